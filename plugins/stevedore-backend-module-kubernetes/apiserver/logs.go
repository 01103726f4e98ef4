package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"time"
)

// printed is a line that a container printed.
type printed struct {
	At   time.Time `json:"at"`
	Text string    `json:"text"`
}

// podLogs serves the logs of pods, which an API server fetches from kubelets: there are none, so a test says what a
// container printed, by PUT of a JSON list of lines to /control/logs/NAMESPACE/POD/CONTAINER. Whether the caller may
// read a log, and whether there is such a pod, is the API server's to say.
func podLogs(next http.Handler) http.Handler {
	var mutex sync.RWMutex
	logs := map[string][]printed{}
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		path := request.URL.Path
		if key, ok := strings.CutPrefix(path, "/control/logs/"); ok {
			var lines []printed
			if err := json.NewDecoder(request.Body).Decode(&lines); err != nil {
				http.Error(w, err.Error(), http.StatusBadRequest)
				return
			}
			mutex.Lock()
			logs[key] = lines
			mutex.Unlock()
			w.WriteHeader(http.StatusNoContent)
			return
		}
		pod, ok := strings.CutSuffix(path, "/log")
		if !ok || !strings.HasPrefix(path, "/api/v1/namespaces/") {
			next.ServeHTTP(w, request)
			return
		}
		// custom resources have no such part: what is allowed is not found
		asked := httptest.NewRecorder()
		next.ServeHTTP(asked, request)
		there := httptest.NewRecorder()
		if asked.Code == http.StatusNotFound {
			look := request.Clone(request.Context())
			look.URL.Path, look.URL.RawQuery = pod, ""
			look.Header.Set("Authorization", "Bearer admin")
			next.ServeHTTP(there, look)
			if there.Code == http.StatusOK {
				mutex.RLock()
				defer mutex.RUnlock()
				answerLog(w, request, logs)
				return
			}
			asked = there
		}
		for name, values := range asked.Header() {
			w.Header()[name] = values
		}
		w.WriteHeader(asked.Code)
		_, _ = w.Write(asked.Body.Bytes())
	})
}

func answerLog(w http.ResponseWriter, request *http.Request, logs map[string][]printed) {
	// api, v1, namespaces, NAMESPACE, pods, POD, log
	parts := strings.Split(strings.Trim(request.URL.Path, "/"), "/")
	query := request.URL.Query()
	lines := logs[parts[3]+"/"+parts[5]+"/"+query.Get("container")]
	since, _ := time.Parse(time.RFC3339, query.Get("sinceTime"))
	var found []string
	for _, line := range lines {
		if line.At.Before(since) {
			continue
		}
		text := line.Text + "\n"
		if query.Get("timestamps") == "true" {
			text = line.At.Format("2006-01-02T15:04:05.000000000Z07:00") + " " + text
		}
		found = append(found, text)
	}
	if last, err := strconv.Atoi(query.Get("tailLines")); err == nil && last < len(found) {
		found = found[len(found)-last:]
	}
	text := strings.Join(found, "")
	if limit, err := strconv.Atoi(query.Get("limitBytes")); err == nil && limit < len(text) {
		text = text[:limit]
	}
	_, _ = w.Write([]byte(text))
}

package main

import (
	"bytes"
	"io"
	"net/http"
	"strings"
)

// standIn ends the group that stands in for a built-in one: custom resources need a group with a dot.
const standIn = ".builtin.test"

// coreGroup stands in for the group that has no name.
const coreGroup = "core" + standIn

// builtInGroups serves /api/v1, /apis/apps and /apis/batch from custom resources of "core.builtin.test",
// "apps.builtin.test" and "batch.builtin.test".
func builtInGroups(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		path := request.URL.Path
		for _, group := range []string{"core", "apps", "batch"} {
			outside, version := "/apis/"+group+"/v1/", group+"/v1"
			if group == "core" {
				outside, version = "/api/v1/", "v1"
			}
			if !strings.HasPrefix(path, outside) {
				continue
			}
			inner := request.Clone(request.Context())
			inner.URL.Path = "/apis/" + group + standIn + "/v1/" + strings.TrimPrefix(path, outside)
			inner.Header.Set("Accept", "application/json")
			inner.Header.Del("Accept-Encoding")
			if request.Body != nil {
				body, _ := io.ReadAll(request.Body)
				body = bytes.ReplaceAll(body, []byte(`"`+version+`"`), []byte(`"`+group+standIn+`/v1"`))
				inner.Body, inner.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
			}
			next.ServeHTTP(&renaming{ResponseWriter: w}, inner)
			return
		}
		next.ServeHTTP(w, request)
	})
}

// builtInGroup is what a group of custom resources stands in for, or the group itself.
func builtInGroup(group string) string {
	if group == coreGroup {
		return ""
	}
	return strings.TrimSuffix(group, standIn)
}

// renaming takes the stand-in's name out of what is answered; every write is a whole document or watch event.
type renaming struct{ http.ResponseWriter }

func (r *renaming) Write(text []byte) (int, error) {
	plain := bytes.ReplaceAll(text, []byte(coreGroup+"/v1"), []byte("v1"))
	if _, err := r.ResponseWriter.Write(bytes.ReplaceAll(plain, []byte(standIn), nil)); err != nil {
		return 0, err
	}
	return len(text), nil
}

func (r *renaming) WriteHeader(status int) {
	r.Header().Del("Content-Length")
	r.ResponseWriter.WriteHeader(status)
}

func (r *renaming) Flush() { r.ResponseWriter.(http.Flusher).Flush() }

// CloseNotify is what the server asks of a writer that it shall flush.
func (r *renaming) CloseNotify() <-chan bool {
	return r.ResponseWriter.(http.CloseNotifier).CloseNotify()
}

func (r *renaming) Unwrap() http.ResponseWriter { return r.ResponseWriter }

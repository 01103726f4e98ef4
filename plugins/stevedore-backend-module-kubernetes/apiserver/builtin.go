package main

import (
	"bytes"
	"io"
	"net/http"
	"strings"
)

// standIn ends the group that stands in for a built-in one: custom resources need a group with a dot.
const standIn = ".builtin.test"

// builtInGroups serves /apis/apps and /apis/batch from custom resources of "apps.builtin.test" and
// "batch.builtin.test".
func builtInGroups(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		for _, group := range []string{"apps", "batch"} {
			if !strings.HasPrefix(request.URL.Path, "/apis/"+group+"/") {
				continue
			}
			inner := request.Clone(request.Context())
			inner.URL.Path = strings.Replace(request.URL.Path, group, group+standIn, 1)
			inner.Header.Set("Accept", "application/json")
			inner.Header.Del("Accept-Encoding")
			if request.Body != nil {
				body, _ := io.ReadAll(request.Body)
				body = bytes.ReplaceAll(body, []byte(`"`+group+`/v1"`), []byte(`"`+group+standIn+`/v1"`))
				inner.Body, inner.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
			}
			next.ServeHTTP(&renaming{ResponseWriter: w}, inner)
			return
		}
		next.ServeHTTP(w, request)
	})
}

// renaming takes the stand-in's name out of what is answered; every write is a whole document or watch event.
type renaming struct{ http.ResponseWriter }

func (r *renaming) Write(text []byte) (int, error) {
	if _, err := r.ResponseWriter.Write(bytes.ReplaceAll(text, []byte(standIn), nil)); err != nil {
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

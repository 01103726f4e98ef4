package main

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"

	"k8s.io/apiserver/pkg/authentication/authenticator"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"
)

// rule is an RBAC rule (rbac.authorization.k8s.io/v1, PolicyRule).
type rule struct {
	APIGroups []string `json:"apiGroups"`
	Resources []string `json:"resources"`
	Verbs     []string `json:"verbs"`
}

// access knows who asks by the bearer token or the client certificate, and what each may do.
type access struct {
	identities *identities
	mutex      sync.RWMutex
	rules      []rule
}

func newAccess(known *identities) *access { return &access{identities: known} }

func (a *access) AuthenticateRequest(request *http.Request) (*authenticator.Response, bool, error) {
	token := strings.TrimPrefix(request.Header.Get("Authorization"), "Bearer ")
	switch token {
	case "admin", "stevedore":
		return &authenticator.Response{User: &user.DefaultInfo{Name: token}}, true, nil
	}
	for _, name := range []string{a.identities.ofToken(token), a.identities.ofCertificate(request)} {
		if name != "" {
			return &authenticator.Response{User: &user.DefaultInfo{Name: name}}, true, nil
		}
	}
	return nil, false, nil
}

func (a *access) Authorize(_ context.Context, what authorizer.Attributes) (authorizer.Decision, string, error) {
	name := what.GetUser().GetName()
	limited := name == "stevedore" || strings.HasPrefix(name, serviceAccounts)
	if !limited || !what.IsResourceRequest() {
		return authorizer.DecisionAllow, "", nil
	}
	a.mutex.RLock()
	defer a.mutex.RUnlock()
	resource := what.GetResource()
	if sub := what.GetSubresource(); sub != "" {
		resource += "/" + sub
	}
	group := builtInGroup(what.GetAPIGroup())
	for _, each := range a.rules {
		if slices.Contains(each.APIGroups, group) && slices.Contains(each.Resources, resource) &&
			slices.Contains(each.Verbs, what.GetVerb()) {
			return authorizer.DecisionAllow, "", nil
		}
	}
	return authorizer.DecisionNoOpinion, "no rule allows it", nil
}

// control answers what no Kubernetes API has: what "stevedore" and service accounts may do.
func (a *access) control(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		if request.URL.Path != "/control/rules" {
			next.ServeHTTP(w, request)
			return
		}
		var rules []rule
		if err := json.NewDecoder(request.Body).Decode(&rules); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		a.mutex.Lock()
		a.rules = rules
		a.mutex.Unlock()
		w.WriteHeader(http.StatusNoContent)
	})
}

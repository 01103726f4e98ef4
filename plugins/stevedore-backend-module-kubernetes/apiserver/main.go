// A Kubernetes API for tests: the code that serves custom resources in every kube-apiserver, with an etcd of its own.
//
//	apiserver -data DIR -port PORT
//
// Prints one line of JSON when it is ready: {"url": ..., "ca": path of a PEM file}. It listens on 127.0.0.1 only.
// The bearer token "admin" may do everything; "stevedore" and service accounts what the last PUT of /control/rules
// allows them (a JSON list of RBAC rules).
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/etcd/server/v3/embed"
	"k8s.io/apiextensions-apiserver/pkg/apiserver"
	"k8s.io/apiextensions-apiserver/pkg/cmd/server/options"
	generatedopenapi "k8s.io/apiextensions-apiserver/pkg/generated/openapi"
	openapinamer "k8s.io/apiserver/pkg/endpoints/openapi"
	genericapiserver "k8s.io/apiserver/pkg/server"
	"k8s.io/apiserver/pkg/server/dynamiccertificates"
	"k8s.io/apiserver/pkg/util/webhook"
	"k8s.io/client-go/kubernetes/scheme"

	noop "go.opentelemetry.io/otel/trace/noop"
)

func main() {
	data := flag.String("data", "", "directory of everything that is kept")
	port := flag.Int("port", 0, "port of 127.0.0.1; 0 is a free one")
	flag.Parse()
	if err := run(*data, *port); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(data string, port int) error {
	endpoint, err := startEtcd(filepath.Join(data, "etcd"))
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	config, err := configure(filepath.Join(data, "tls"), endpoint, listener)
	if err != nil {
		return err
	}
	server, err := config.Complete().New(genericapiserver.NewEmptyDelegate())
	if err != nil {
		return err
	}
	ctx := context.Background()
	go announce(data, listener.Addr().String())
	go endWithParent()
	return server.GenericAPIServer.PrepareRun().RunWithContext(ctx)
}

// endWithParent ends the program when whoever started it is gone: its standard input closes.
func endWithParent() {
	_, _ = io.Copy(io.Discard, os.Stdin)
	os.Exit(0)
}

func startEtcd(directory string) (string, error) {
	config := embed.NewConfig()
	config.Dir = directory
	config.LogLevel = "error"
	config.UnsafeNoFsync = true
	client, peer := freeURL(), freeURL()
	config.ListenClientUrls, config.AdvertiseClientUrls = []url.URL{client}, []url.URL{client}
	config.ListenPeerUrls, config.AdvertisePeerUrls = []url.URL{peer}, []url.URL{peer}
	config.InitialCluster = config.InitialClusterFromName(config.Name)
	etcd, err := embed.StartEtcd(config)
	if err != nil {
		return "", err
	}
	<-etcd.Server.ReadyNotify()
	return client.String(), nil
}

func freeURL() url.URL {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer listener.Close()
	return url.URL{Scheme: "http", Host: listener.Addr().String()}
}

// configure is put together by hand: the options' own Config wants the core API.
func configure(certificates, etcd string, listener net.Listener) (*apiserver.Config, error) {
	o := options.NewCustomResourceDefinitionsServerOptions(os.Stdout, os.Stderr)
	recommended := o.RecommendedOptions
	recommended.Authentication, recommended.Authorization = nil, nil
	recommended.CoreAPI, recommended.Admission = nil, nil
	recommended.Features.EnablePriorityAndFairness = false
	recommended.Etcd.StorageConfig.Transport.ServerList = []string{etcd}
	recommended.SecureServing.Listener = listener
	recommended.SecureServing.BindAddress = net.ParseIP("127.0.0.1")
	recommended.SecureServing.ServerCert.CertDirectory = certificates
	loopback := []net.IP{net.ParseIP("127.0.0.1")}
	if err := recommended.SecureServing.MaybeDefaultWithSelfSignedCerts("localhost", nil, loopback); err != nil {
		return nil, err
	}
	if err := o.Complete(); err != nil {
		return nil, err
	}
	server := genericapiserver.NewRecommendedConfig(apiserver.Codecs)
	if err := o.ServerRunOptions.ApplyTo(&server.Config); err != nil {
		return nil, err
	}
	if err := recommended.ApplyTo(server); err != nil {
		return nil, err
	}
	if err := o.APIEnablement.ApplyTo(&server.Config, apiserver.DefaultAPIResourceConfigSource(), apiserver.Scheme); err != nil {
		return nil, err
	}
	namer := openapinamer.NewDefinitionNamer(apiserver.Scheme, scheme.Scheme)
	server.OpenAPIV3Config = genericapiserver.DefaultOpenAPIV3Config(generatedopenapi.GetOpenAPIDefinitions, namer)
	known, err := newIdentities()
	if err != nil {
		return nil, err
	}
	if server.SecureServing.ClientCA, err = dynamiccertificates.NewStaticCAContent("clients", known.authorityPEM()); err != nil {
		return nil, err
	}
	access := newAccess(known)
	server.Authentication.Authenticator = access
	server.Authorization.Authorizer = access
	server.BuildHandlerChainFunc = func(handler http.Handler, config *genericapiserver.Config) http.Handler {
		chain := builtInGroups(genericapiserver.DefaultBuildHandlerChain(handler, config))
		return known.control(access.control(podLogs(chain)))
	}
	return &apiserver.Config{
		GenericConfig: server,
		ExtraConfig: apiserver.ExtraConfig{
			CRDRESTOptionsGetter: options.NewCRDRESTOptionsGetter(*recommended.Etcd, server.ResourceTransformers, server.StorageObjectCountTracker),
			AuthResolverWrapper: webhook.NewDefaultAuthenticationInfoResolverWrapper(
				nil, nil, server.LoopbackClientConfig, noop.NewTracerProvider()),
		},
	}, nil
}

// announce says where it is once it answers.
func announce(data, address string) {
	for {
		connection, err := net.DialTimeout("tcp", address, time.Second)
		if err == nil {
			connection.Close()
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	line, _ := json.Marshal(map[string]string{
		"url": "https://" + address,
		"ca":  filepath.Join(data, "tls", "apiserver.crt"),
	})
	fmt.Println(string(line))
}

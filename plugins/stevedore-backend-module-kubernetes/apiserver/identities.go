package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"math/big"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const serviceAccounts = "system:serviceaccount:"

// audience is whom tokens of service accounts are for.
const audience = "https://kubernetes.default.svc"

// identities are what this server gives out, and knows as long as it runs: tokens of service accounts as the
// TokenRequest API gives them (a JWT with an end), and client certificates of an authority of its own.
type identities struct {
	key       *ecdsa.PrivateKey
	authority *x509.Certificate
	pool      *x509.CertPool
}

func newIdentities() (*identities, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "clients"},
		NotBefore: time.Now().Add(-time.Minute), NotAfter: time.Now().Add(24 * time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	authority, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AddCert(authority)
	return &identities{key: key, authority: authority, pool: pool}, nil
}

func (i *identities) authorityPEM() []byte { return asPEM("CERTIFICATE", i.authority.Raw) }

// ofToken is the service account that a token names; nobody when it has ended or is not one of this server's.
func (i *identities) ofToken(text string) string {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(text, claims, func(*jwt.Token) (any, error) { return &i.key.PublicKey, nil },
		jwt.WithValidMethods([]string{"ES256"}), jwt.WithExpirationRequired(), jwt.WithAudience(audience))
	if err != nil || !strings.HasPrefix(claims.Subject, serviceAccounts) {
		return ""
	}
	return claims.Subject
}

// ofCertificate is the common name of a client certificate; nobody without one of this server's.
func (i *identities) ofCertificate(request *http.Request) string {
	if request.TLS == nil || len(request.TLS.PeerCertificates) == 0 {
		return ""
	}
	certificate := request.TLS.PeerCertificates[0]
	how := x509.VerifyOptions{Roots: i.pool, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}}
	if _, err := certificate.Verify(how); err != nil {
		return ""
	}
	return certificate.Subject.CommonName
}

// control answers what no Kubernetes API has: PUT /control/token?name=NAMESPACE:NAME&seconds=N gives a token, and
// PUT /control/certificate?name=NAME a certificate with its key.
func (i *identities) control(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		query := request.URL.Query()
		switch request.URL.Path {
		case "/control/token":
			seconds, _ := strconv.Atoi(query.Get("seconds"))
			answer(w, func() (map[string]string, error) { return i.token(query.Get("name"), seconds) })
		case "/control/certificate":
			answer(w, func() (map[string]string, error) { return i.certificate(query.Get("name")) })
		default:
			next.ServeHTTP(w, request)
		}
	})
}

func answer(w http.ResponseWriter, make func() (map[string]string, error)) {
	made, err := make()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(made)
}

func (i *identities) token(name string, seconds int) (map[string]string, error) {
	now := time.Now()
	token, err := jwt.NewWithClaims(jwt.SigningMethodES256, jwt.RegisteredClaims{
		Issuer: audience, Audience: jwt.ClaimStrings{audience}, Subject: serviceAccounts + name,
		IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(time.Duration(seconds) * time.Second)),
	}).SignedString(i.key)
	return map[string]string{"token": token}, err
}

func (i *identities) certificate(name string) (map[string]string, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name},
		NotBefore: time.Now().Add(-time.Minute), NotAfter: time.Now().Add(time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, i.authority, &key.PublicKey, i.key)
	if err != nil {
		return nil, err
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	return map[string]string{
		"cert": string(asPEM("CERTIFICATE", der)), "key": string(asPEM("PRIVATE KEY", private)),
	}, nil
}

func asPEM(kind string, der []byte) []byte {
	var text bytes.Buffer
	_ = pem.Encode(&text, &pem.Block{Type: kind, Bytes: der})
	return text.Bytes()
}

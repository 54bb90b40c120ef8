package zaakbode

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

const messageSignatureTolerance = 5 * time.Second

var (
	signatureInput = regexp.MustCompile(`^zaak=(\(([^()]*)\);(.+))$`)
	signatureValue = regexp.MustCompile(`^zaak=:([A-Za-z0-9+/]+={0,2}):$`)
	component      = regexp.MustCompile(`"([^"]+)"`)
	alwaysCovered  = []string{"@method", "@target-uri", "content-type", "content-digest"}
)

// VerifyHTTPMessageSignature returns an error when the message is not proven. headers has names in lower
// case; sink is the address that you registered.
func VerifyHTTPMessageSignature(method string, headers map[string]string, body []byte, sink string, keys Keys, now time.Time) error {
	input := signatureInput.FindStringSubmatch(headers["signature-input"])
	encoded := signatureValue.FindStringSubmatch(headers["signature"])
	if input == nil || encoded == nil {
		return errors.New("no signature")
	}
	parameters := map[string]string{}
	for _, each := range strings.Split(input[3], ";") {
		name, value, _ := strings.Cut(each, "=")
		parameters[name] = strings.Trim(value, `"`)
	}

	required := slices.Clone(alwaysCovered)
	for name := range headers {
		if strings.HasPrefix(name, "ce-") || name == "webhook-request-origin" {
			required = append(required, name)
		}
	}
	target, err := targetURI(sink)
	if err != nil {
		return err
	}
	derived := map[string]string{"@method": method, "@target-uri": target}
	var base strings.Builder
	var names []string
	for _, found := range component.FindAllStringSubmatch(input[2], -1) {
		value, isDerived := derived[found[1]]
		if !isDerived {
			value = headers[found[1]]
		}
		names = append(names, found[1])
		base.WriteString(`"` + found[1] + `": ` + value + "\n")
	}
	base.WriteString(`"@signature-params": ` + input[1])
	for _, name := range required {
		if !slices.Contains(names, name) {
			return errors.New("header not signed")
		}
	}

	key, isEd25519 := keys[parameters["keyid"]].(ed25519.PublicKey)
	signature, err := base64.StdEncoding.DecodeString(encoded[1])
	if err != nil || !isEd25519 || parameters["tag"] != "zaaknotificatie" {
		return ErrUnknownKey
	}
	if !ed25519.Verify(key, []byte(base.String()), signature) {
		return errors.New("signature differs")
	}
	created, err1 := strconv.ParseInt(parameters["created"], 10, 64)
	expires, err2 := strconv.ParseInt(parameters["expires"], 10, 64)
	isEarly := now.Before(time.Unix(created, 0).Add(-messageSignatureTolerance))
	if err1 != nil || err2 != nil || isEarly || now.After(time.Unix(expires, 0).Add(messageSignatureTolerance)) {
		return errors.New("expired")
	}
	digest := sha256.Sum256(body)
	if headers["content-digest"] != "sha-256=:"+base64.StdEncoding.EncodeToString(digest[:])+":" {
		return errors.New("body differs")
	}
	return nil
}

// targetURI is the sink as it is signed: host in lower case, no default port, a path without . and .., no
// fragment.
func targetURI(sink string) (string, error) {
	target, err := url.Parse(sink)
	if err != nil {
		return "", err
	}
	defaultPort := map[string]string{"http": ":80", "https": ":443"}[target.Scheme]
	target.Host = strings.TrimSuffix(strings.ToLower(target.Host), defaultPort)
	if target.Path == "" {
		target.Path = "/"
	}
	target.Fragment = ""
	target = target.ResolveReference(target)
	return target.String(), nil
}

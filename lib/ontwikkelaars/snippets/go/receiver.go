// Go 1.22 or newer, and nothing else. The files that verify lie in the folder zaakbode.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"ontvanger/zaakbode"
)

const maxBytes = 1 << 20

var (
	sink, source, origin = os.Getenv("SINK"), os.Getenv("SOURCE"), os.Getenv("ORIGIN")
	credentialtype       = setting("CREDENTIALTYPE", "JWT")
	seenFile             = setting("SEEN", "seen.txt")
	secrets              = strings.FieldsFunc(os.Getenv("SECRETS"), func(each rune) bool { return each == ',' })
	keys                 = &zaakbode.KeySet{URL: os.Getenv("JWKS_URL")}
	turn                 sync.Mutex
	seen                 = map[string]bool{}
)

type event struct {
	ID, Type     string
	Proefbericht bool
	Data         json.RawMessage
}

func main() {
	methods := []string{"JWT", "ACCESSTOKEN", "STANDARDWEBHOOKS", "HTTPMESSAGESIGNATURES", "NLGOVADR"}
	if !slices.Contains(methods, credentialtype) {
		log.Fatal("CREDENTIALTYPE is one of ", strings.Join(methods, ", "))
	}
	proof := "JWKS_URL"
	if credentialtype == "ACCESSTOKEN" || credentialtype == "STANDARDWEBHOOKS" {
		proof = "SECRETS"
	}
	var missing []string
	for _, name := range []string{"SINK", "SOURCE", "ORIGIN", proof} {
		if os.Getenv(name) == "" {
			missing = append(missing, name)
		}
	}
	if missing != nil {
		log.Fatal("Set ", strings.Join(missing, ", "))
	}
	if text, err := os.ReadFile(seenFile); err == nil {
		for _, id := range strings.Split(string(text), "\n") {
			seen[id] = true
		}
	} else if !errors.Is(err, os.ErrNotExist) {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(setting("HOST", "127.0.0.1"), setting("PORT", "4000")))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("Listening on port %d, for %s\n", listener.Addr().(*net.TCPAddr).Port, credentialtype)
	server := http.Server{Handler: http.HandlerFunc(serve), ReadTimeout: 30 * time.Second}
	log.Fatal(server.Serve(listener))
}

func serve(response http.ResponseWriter, request *http.Request) {
	if request.Method == http.MethodOptions {
		// The handshake: we want deliveries of this origin, and of no other.
		if asking := request.Header.Get("WebHook-Request-Origin"); asking == origin {
			response.Header().Set("WebHook-Allowed-Origin", origin)
			response.Header().Set("WebHook-Allowed-Rate", "*")
		} else {
			log.Printf("Handshake refused: %s is not %s", asking, origin)
		}
		response.WriteHeader(http.StatusNoContent)
		return
	}
	if status, err := receive(request, http.MaxBytesReader(response, request.Body, maxBytes)); err != nil {
		log.Printf("Refused with %d: %s", status, err)
		http.Error(response, err.Error(), status)
		return
	}
	response.WriteHeader(http.StatusNoContent)
}

func receive(request *http.Request, content io.Reader) (status int, err error) {
	if request.Method != http.MethodPost {
		return http.StatusMethodNotAllowed, errors.New(request.Method)
	}
	body, err := io.ReadAll(content)
	if err != nil {
		return http.StatusRequestEntityTooLarge, err
	}
	if os.Getenv("SHOW") != "" {
		// In the format that the message check of /ontwikkelaars reads. The token in it is valid for two minutes.
		fmt.Println(request.Method, request.RequestURI, request.Proto)
		request.Header.Write(os.Stdout)
		fmt.Printf("\n%s\n", body)
	}
	headers := map[string]string{}
	for name, values := range request.Header {
		headers[strings.ToLower(name)] = values[0]
	}
	if err := verify(headers, body); errors.Is(err, zaakbode.ErrNoKeys) {
		// It is our trouble, no fault of the message: it may come again.
		return http.StatusServiceUnavailable, err
	} else if err != nil {
		return http.StatusUnauthorized, err
	}
	events, err := readEvents(headers, body)
	if err != nil {
		return http.StatusBadRequest, err
	}
	if err := take(events); err != nil {
		return http.StatusInternalServerError, err
	}
	return http.StatusNoContent, nil
}

// verify goes by the method that you registered, never by what the request says.
func verify(headers map[string]string, body []byte) error {
	now := time.Now()
	switch credentialtype {
	case "ACCESSTOKEN":
		return zaakbode.VerifyAccessToken(headers, secrets)
	case "STANDARDWEBHOOKS":
		_, err := zaakbode.VerifyStandardWebhooks(headers, body, secrets, now)
		return err
	case "HTTPMESSAGESIGNATURES":
		return keys.Verify(func(known zaakbode.Keys) error {
			return zaakbode.VerifyHTTPMessageSignature(http.MethodPost, headers, body, sink, known, now)
		})
	}
	return keys.Verify(func(known zaakbode.Keys) error {
		if _, err := zaakbode.VerifyJWT(headers, body, sink, source, known, now); err != nil || credentialtype != "NLGOVADR" {
			return err
		}
		return zaakbode.VerifyNLGovADR(headers, body, known, now)
	})
}

// readEvents returns the events of a message that is proven: one, or more in a batch.
func readEvents(headers map[string]string, body []byte) (events []event, err error) {
	contentType := headers["content-type"]
	switch {
	case strings.HasPrefix(contentType, "application/cloudevents-batch+json"):
		err = json.Unmarshal(body, &events)
	case strings.HasPrefix(contentType, "application/cloudevents+json"):
		events = make([]event, 1)
		err = json.Unmarshal(body, &events[0])
	case credentialtype == "HTTPMESSAGESIGNATURES" || credentialtype == "ACCESSTOKEN":
		// In the binary mode the attributes are in headers, which only one of the signatures is over.
		id, err1 := url.PathUnescape(headers["ce-id"])
		eventType, err2 := url.PathUnescape(headers["ce-type"])
		events, err = []event{{id, eventType, headers["ce-proefbericht"] == "true", body}}, errors.Join(err1, err2)
	default:
		err = errors.New("attributes are not signed")
	}
	for _, each := range events {
		if each.ID == "" {
			return nil, errors.Join(err, errors.New("not an event"))
		}
	}
	return events, err
}

// take does what you do with an event, once, also when it comes again after a restart: ids are kept in a
// file. In production they are a table, in the same transaction as what you do. A test message (proefbericht)
// is of no zaak: nothing is done with it.
func take(events []event) error {
	turn.Lock()
	defer turn.Unlock()
	file, err := os.OpenFile(seenFile, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	for _, each := range events {
		if each.Proefbericht {
			fmt.Println("Test message, not applied:", each.Type)
			continue
		}
		if seen[each.ID] {
			continue
		}
		fmt.Println(each.Type, string(each.Data))
		if _, err := file.WriteString("\n" + each.ID); err != nil {
			return err
		}
		if err := file.Sync(); err != nil {
			return err
		}
		seen[each.ID] = true
	}
	return nil
}

func setting(name, standard string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return standard
}

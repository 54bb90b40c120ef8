// Reads delivered bezorgingen with third-party packages. Prints a line of JSON for each bezorging that a
// package supports.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"os"

	cloudevents "github.com/cloudevents/sdk-go/v2"
	cehttp "github.com/cloudevents/sdk-go/v2/protocol/http"
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

type bezorging struct {
	Method         string            `json:"method"`
	Sink           string            `json:"sink"`
	Credentialtype string            `json:"credentialtype"`
	Contentmodus   string            `json:"contentmodus"`
	Headers        map[string]string `json:"headers"`
	Body           string            `json:"body"`
	Geheim         string            `json:"geheim"`
}

type answer struct {
	Case    int              `json:"case"`
	Library string           `json:"library"`
	Events  []map[string]any `json:"events,omitempty"`
	Ok      bool             `json:"ok"`
	Why     string           `json:"why,omitempty"`
}

func readEvents(d bezorging, request *http.Request) ([]cloudevents.Event, error) {
	if d.Contentmodus == "batch" {
		return cehttp.NewEventsFromHTTPRequest(request)
	}
	event, err := cehttp.NewEventFromHTTPRequest(request)
	if err != nil {
		return nil, err
	}
	return []cloudevents.Event{*event}, nil
}

func told(event cloudevents.Event) (map[string]any, error) {
	var data map[string]any
	if err := event.DataAs(&data); err != nil {
		return nil, err
	}
	return map[string]any{
		"id": event.ID(), "source": event.Source(), "type": event.Type(), "subject": event.Subject(),
		"dataschema": event.DataSchema(), "dataref": event.Extensions()["dataref"],
		"sequence": event.Extensions()["sequence"], "zaakId": data["zaakId"],
	}, event.Validate()
}

func tell(number int, library string, events []map[string]any, err error) {
	out := answer{Case: number, Library: library, Events: events, Ok: err == nil}
	if err != nil {
		out.Why = err.Error()
	}
	json.NewEncoder(os.Stdout).Encode(out)
}

func main() {
	var given struct{ Cases []bezorging }
	if err := json.NewDecoder(os.Stdin).Decode(&given); err != nil {
		panic(err)
	}
	for number, d := range given.Cases {
		body, err := base64.StdEncoding.DecodeString(d.Body)
		if err != nil {
			panic(err)
		}
		request, err := http.NewRequest(d.Method, d.Sink, bytes.NewReader(body))
		if err != nil {
			panic(err)
		}
		for name, value := range d.Headers {
			request.Header.Set(name, value)
		}
		events, err := readEvents(d, request)
		var all []map[string]any
		for _, event := range events {
			one, wrong := told(event)
			if wrong != nil {
				err = wrong
			}
			all = append(all, one)
		}
		tell(number, "cloudevents", all, err)
		if d.Credentialtype == "STANDARDWEBHOOKS" {
			webhook, err := standardwebhooks.NewWebhook(d.Geheim)
			if err == nil {
				err = webhook.Verify(body, request.Header)
			}
			tell(number, "standardwebhooks", nil, err)
		}
	}
}

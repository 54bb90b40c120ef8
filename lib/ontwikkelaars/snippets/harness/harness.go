// Reads cases from standard input, one a line, and prints whether the snippet for each accepts it. The keys
// are those of the case, or at an address, when it is given one.
package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"ontvanger/zaakbode"
)

func main() {
	var set *zaakbode.KeySet
	if len(os.Args) > 1 {
		set = &zaakbode.KeySet{URL: os.Args[1]}
	}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), " ")
		verifyWith := func(keys zaakbode.Keys) error { return verify(fields, keys) }
		var err error
		if set != nil {
			err = set.Verify(verifyWith)
		} else {
			var keys zaakbode.Keys
			if keys, err = zaakbode.ReadKeys([]byte(text(fields[2]))); err == nil {
				err = verifyWith(keys)
			}
		}
		if err != nil {
			fmt.Println("refused:", err)
		} else {
			fmt.Println("accepted")
		}
	}
}

func verify(fields []string, keys zaakbode.Keys) (err error) {
	seconds, _ := strconv.ParseInt(fields[1], 10, 64)
	now, sink, body, geheim := time.Unix(seconds, 0), text(fields[3]), []byte(text(fields[7])), []string{text(fields[5])}
	headers := map[string]string{}
	for _, line := range strings.Split(text(fields[6]), "\n") {
		name, value, _ := strings.Cut(line, ": ")
		headers[name] = value
	}
	switch fields[0] {
	case "JWT":
		_, err = zaakbode.VerifyJWT(headers, body, sink, text(fields[4]), keys, now)
	case "ACCESSTOKEN":
		err = zaakbode.VerifyAccessToken(headers, geheim)
	case "STANDARDWEBHOOKS":
		_, err = zaakbode.VerifyStandardWebhooks(headers, body, geheim, now)
	case "HTTPMESSAGESIGNATURES":
		err = zaakbode.VerifyHTTPMessageSignature("POST", headers, body, sink, keys, now)
	default:
		err = zaakbode.VerifyNLGovADR(headers, body, keys, now)
	}
	return err
}

func text(field string) string {
	bytes, _ := base64.StdEncoding.DecodeString(field)
	return string(bytes)
}

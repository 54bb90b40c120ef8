package zaakbode

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const standardWebhooksTolerance = 300 * time.Second

var messageID = regexp.MustCompile(`^[\w-]+$`)

// VerifyStandardWebhooks returns the id of the message, or an error when it is not proven. The secrets start
// with whsec_; there are two while you rotate.
func VerifyStandardWebhooks(headers map[string]string, body []byte, secrets []string, now time.Time) (string, error) {
	id, timestamp := headers["webhook-id"], headers["webhook-timestamp"]
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || !messageID.MatchString(id) {
		return "", errors.New("no id or timestamp")
	}
	if now.Sub(time.Unix(seconds, 0)).Abs() > standardWebhooksTolerance {
		return "", errors.New("expired")
	}

	for _, secret := range secrets {
		key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
		if err != nil {
			return "", err
		}
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(id + "." + timestamp + "."))
		mac.Write(body)
		expected := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
		for _, signature := range strings.Split(headers["webhook-signature"], " ") {
			if hmac.Equal([]byte(expected), []byte(signature)) {
				return id, nil
			}
		}
	}
	return "", errors.New("signature differs")
}

package zaakbode

import (
	"crypto/subtle"
	"errors"
)

// VerifyAccessToken returns an error unless the request bears one of your tokens: two while you rotate. It
// proves nothing about the content.
func VerifyAccessToken(headers map[string]string, tokens []string) error {
	for _, token := range tokens {
		if subtle.ConstantTimeCompare([]byte("Bearer "+token), []byte(headers["authorization"])) == 1 {
			return nil
		}
	}
	return errors.New("unknown token")
}

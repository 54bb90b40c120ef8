package zaakbode

import (
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"slices"
	"strings"
	"time"
)

const nlgovADRTolerance = 300 * time.Second

// VerifyNLGovADR returns an error when the message is not proven. The signature does not say for whom it is:
// verify the token (JWT) of the same request too.
func VerifyNLGovADR(headers map[string]string, body []byte, keys Keys, now time.Time) error {
	protected, encoded, isDetached := strings.Cut(headers["nlgov-adr-payload-sig"], "..")
	if !isDetached {
		return errors.New("no signature")
	}
	var header struct {
		Alg, Kid string
		Iat      int64
		B64      *bool
		Crit     []string
		SigD     struct{ Pars []string }
	}
	if err := decodeJSON(protected, &header); err != nil {
		return err
	}
	isOurs := header.Alg == "PS256" && header.B64 != nil && !*header.B64 &&
		slices.Equal(header.Crit, []string{"b64", "sigD"}) && slices.Equal(header.SigD.Pars, []string{"digest"})
	key, isRSA := keys[header.Kid].(*rsa.PublicKey)
	signature, err := base64.RawURLEncoding.DecodeString(encoded)
	if err != nil || !isOurs || !isRSA {
		return ErrUnknownKey
	}

	hash := sha256.Sum256(body)
	digest := "SHA-256=" + base64.StdEncoding.EncodeToString(hash[:])
	if headers["digest"] != digest {
		return errors.New("body differs")
	}
	signed := sha256.Sum256([]byte(protected + ".digest: " + digest))
	options := &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthEqualsHash}
	if rsa.VerifyPSS(key, crypto.SHA256, signed[:], signature, options) != nil {
		return errors.New("signature differs")
	}
	if now.Sub(time.Unix(header.Iat, 0)).Abs() > nlgovADRTolerance {
		return errors.New("expired")
	}
	return nil
}

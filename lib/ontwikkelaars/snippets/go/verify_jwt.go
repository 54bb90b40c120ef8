package zaakbode

import (
	"crypto/ecdsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"
)

const jwtTolerance = 5 * time.Second

// Claims of the token that comes with every message.
type Claims struct {
	Iss, Aud, Sub, Jti string
	Iat, Exp           int64
	BodySHA256         string `json:"body_sha256"`
}

// VerifyJWT returns the claims, or an error when the message is not proven.
//
// headers has names in lower case. body is the bytes that came, before anything parses them. sink and source
// are what you registered and whom you trust.
func VerifyJWT(headers map[string]string, body []byte, sink, source string, keys Keys, now time.Time) (*Claims, error) {
	token, isBearer := strings.CutPrefix(headers["authorization"], "Bearer ")
	parts := strings.Split(token, ".")
	if !isBearer || len(parts) != 3 {
		return nil, errors.New("no token")
	}
	var header struct{ Alg, Typ, Kid string }
	if err := decodeJSON(parts[0], &header); err != nil {
		return nil, err
	}
	key, isEC := keys[header.Kid].(*ecdsa.PublicKey)
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil || !isEC || header.Alg != "ES256" || header.Typ != "webhook+jwt" || len(signature) != 64 {
		return nil, ErrUnknownKey
	}
	signed := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	r, s := new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:])
	if !ecdsa.Verify(key, signed[:], r, s) {
		return nil, errors.New("signature differs")
	}

	var claims Claims
	if err := decodeJSON(parts[1], &claims); err != nil {
		return nil, err
	}
	if claims.Iss != source {
		return nil, fmt.Errorf("not for us: from %s, not %s", claims.Iss, source)
	}
	if claims.Aud != sink {
		return nil, fmt.Errorf("not for us: to %s, not %s", claims.Aud, sink)
	}
	if now.Before(time.Unix(claims.Iat, 0).Add(-jwtTolerance)) || now.After(time.Unix(claims.Exp, 0).Add(jwtTolerance)) {
		return nil, errors.New("expired")
	}
	digest := sha256.Sum256(body)
	if claims.BodySHA256 != base64.RawURLEncoding.EncodeToString(digest[:]) {
		return nil, errors.New("body differs")
	}
	return &claims, nil
}

func decodeJSON(text string, value any) error {
	bytes, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return err
	}
	return json.Unmarshal(bytes, value)
}

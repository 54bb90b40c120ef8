package zaakbode

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"math/big"
)

// Keys are public keys by their kid.
type Keys map[string]crypto.PublicKey

// ReadKeys parses the JWK set, which you get with http.Get. Keep the keys for ten minutes, and get them again when a message
// names one that you do not have, at most twice a minute.
func ReadKeys(jwks []byte) (Keys, error) {
	var set struct {
		Keys []struct{ Kid, Kty, X, Y, N, E string }
	}
	if err := json.Unmarshal(jwks, &set); err != nil {
		return nil, err
	}
	keys := Keys{}
	for _, jwk := range set.Keys {
		switch jwk.Kty {
		case "EC":
			keys[jwk.Kid] = &ecdsa.PublicKey{Curve: elliptic.P256(), X: number(jwk.X), Y: number(jwk.Y)}
		case "OKP":
			keys[jwk.Kid] = ed25519.PublicKey(number(jwk.X).FillBytes(make([]byte, ed25519.PublicKeySize)))
		case "RSA":
			keys[jwk.Kid] = &rsa.PublicKey{N: number(jwk.N), E: int(number(jwk.E).Int64())}
		}
	}
	return keys, nil
}

func number(text string) *big.Int {
	bytes, _ := base64.RawURLEncoding.DecodeString(text)
	return new(big.Int).SetBytes(bytes)
}

package zaakbode

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"sync"
	"time"
)

const (
	keysKept    = 10 * time.Minute
	keysBetween = 30 * time.Second
)

// ErrUnknownKey is returned for a message that names a key that we do not have.
var ErrUnknownKey = errors.New("unknown key")

// ErrNoKeys is wrapped in what is returned when the keys cannot be fetched: no fault of the message, which
// may come again.
var ErrNoKeys = errors.New("no keys")

// Keys are public keys by their kid.
type Keys map[string]crypto.PublicKey

// KeySet holds the keys at an address, for ten minutes. For a message that names another one they are fetched
// again, at most twice a minute, because anybody can make one up.
type KeySet struct {
	URL                 string
	mutex               sync.Mutex
	keys                Keys
	fetched, askedAgain time.Time
}

// Verify calls verify with the keys, and returns what that returns, or an ErrNoKeys.
func (set *KeySet) Verify(verify func(Keys) error) error {
	used, fetched, err := set.current()
	if err != nil {
		return err
	}
	refusal := verify(used)
	if !errors.Is(refusal, ErrUnknownKey) {
		return refusal
	}
	newer, err := set.newer(fetched)
	if err != nil {
		return err
	}
	if newer == nil {
		return refusal
	}
	return verify(newer)
}

func (set *KeySet) current() (Keys, time.Time, error) {
	set.mutex.Lock()
	defer set.mutex.Unlock()
	if time.Since(set.fetched) > keysKept {
		if err := set.fetch(); err != nil {
			return nil, time.Time{}, err
		}
	}
	return set.keys, set.fetched, nil
}

// newer returns nil when it is too soon to ask again. Another message may have had the keys fetched
// meanwhile.
func (set *KeySet) newer(fetched time.Time) (Keys, error) {
	set.mutex.Lock()
	defer set.mutex.Unlock()
	if set.fetched.Equal(fetched) {
		if time.Since(set.askedAgain) < keysBetween {
			return nil, nil
		}
		set.askedAgain = time.Now()
		if err := set.fetch(); err != nil {
			return nil, err
		}
	}
	return set.keys, nil
}

func (set *KeySet) fetch() error {
	request, err := http.NewRequest(http.MethodGet, set.URL, nil)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNoKeys, err)
	}
	// A cache on the way may not know the key that makes us ask.
	request.Header.Set("Cache-Control", "no-cache")
	client := http.Client{Timeout: 3 * time.Second}
	response, err := client.Do(request)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNoKeys, err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, 1<<20))
	if err != nil || response.StatusCode != http.StatusOK {
		return fmt.Errorf("%w: %s", ErrNoKeys, response.Status)
	}
	keys, err := ReadKeys(body)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNoKeys, err)
	}
	set.keys, set.fetched = keys, time.Now()
	return nil
}

// ReadKeys parses a JWK set.
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

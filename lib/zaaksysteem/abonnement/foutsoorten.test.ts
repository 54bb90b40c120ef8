import { expect, test } from 'vitest'
import { foutWatNu } from './foutsoorten.ts'

test.each([
  ['tls', 'CERT_HAS_EXPIRED', /^Het certificaat is verlopen\. .*Laat de ontvanger het certificaat controleren\.$/],
  ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID', /^Het certificaat hoort bij een andere naam\. /],
  ['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', /^Het certificaat is zelf ondertekend\. /],
  ['tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', /^De uitgever van het certificaat is niet bekend\. /],
  ['connect', 'ECONNREFUSED', /neemt niet op\. .* Foutcode: ECONNREFUSED\.$/],
  ['too_large', 'UND_ERR_HEADERS_OVERFLOW', /^De headers .* kort antwoord wil geven\.$/],
  ['token_refused', 'invalid_client', /^De token-server kent onze client-ID .* De token-server geeft ons geen token\./],
  ['token_refused', 'http_401', /geeft ons geen token\. .* Foutcode: http_401\.$/],
  [
    'client_certificate',
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    /^De ontvanger vraagt om een clientcertificaat\. /,
  ],
  ['dns', 'ETIMEOUT', /^De DNS-server gaf geen antwoord\. De naam van de server is niet gevonden/],
  ['http_5xx', null, /wanneer die is verholpen\.$/],
  ['nieuw', null, /^Foutcode: nieuw\.$/],
  ['tls', 'toString', /Foutcode: toString\.$/],
])('%s with %s is explained in words, or else shown by its code', (code, detail, words) => {
  expect(foutWatNu(code, detail)).toMatch(words)
})

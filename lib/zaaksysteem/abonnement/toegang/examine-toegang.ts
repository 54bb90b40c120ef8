import { type CertificateFault, examineClientCertificate } from '../../egress/client-certificate.ts'
import type { Toegangsgegevens } from '../../egress/request-with-toegang.ts'
import { type SinkPolicy, vetSink } from '../../egress/sink-guard.ts'
import type { Toegangsoort } from '../../generated/enums.ts'

/** What to make of each thing that a sink asks: absent it stays, null takes it away. */
export type ToegangWish = { [Soort in Toegangsoort]?: Toegangsgegevens[Soort] | null }

/** `gegevens` is null for one that goes. */
export type ToegangChange = { soort: Toegangsoort; gegevens: object | null; kenmerk: string; verlooptOp: Date | null }

/** What of `protocolsettings` is wrong, as a person or a client can mend it. */
export type ToegangFault = { member: string; code: CertificateFault | 'tokenendpoint_not_allowed' }

type Examined = { ok: true; changes: ToegangChange[] } | { ok: false; reason: 'toegang_invalid'; fault: ToegangFault }

/** Judges what was given before any of it is stored. */
export function examineToegang(wish: ToegangWish, { policy, now }: { policy: SinkPolicy; now: Date }): Examined {
  const { headers, oauth2, clientcertificate } = wish
  const removed = Object.entries(wish).filter(([, given]) => given === null)
  const changes = removed.map(([soort]) => removalOf(soort as Toegangsoort))
  if (headers) {
    changes.push({ soort: 'headers', gegevens: headers, kenmerk: Object.keys(headers).join(', '), verlooptOp: null })
  }
  if (oauth2) {
    const { tokenendpoint } = oauth2
    if (!vetSink(tokenendpoint, policy).ok) return refuse('oauth2/tokenendpoint', 'tokenendpoint_not_allowed')
    changes.push({ soort: 'oauth2', gegevens: oauth2, kenmerk: tokenendpoint, verlooptOp: null })
  }
  if (clientcertificate) {
    const examined = examineClientCertificate(clientcertificate, { now, extraCas: policy.extraCas })
    if (!examined.ok) {
      const member = examined.reason.startsWith('key_') ? 'key' : 'certificate'
      return refuse(`clientcertificate/${member}`, examined.reason)
    }
    const { usable: gegevens, fingerprint: kenmerk, expires: verlooptOp } = examined
    changes.push({ soort: 'clientcertificate', gegevens, kenmerk, verlooptOp })
  }
  return { ok: true, changes }
}

export function removalOf(soort: Toegangsoort): ToegangChange {
  return { soort, gegevens: null, kenmerk: '', verlooptOp: null }
}

function refuse(member: string, code: ToegangFault['code']): Examined {
  return { ok: false, reason: 'toegang_invalid', fault: { member, code } }
}

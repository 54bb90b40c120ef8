import { type CertificateFault, examineClientCertificate } from '../../egress/client-certificate.ts'
import type { Toegangsgegevens } from '../../egress/request-with-toegang.ts'
import { type SinkPolicy, vetSink } from '../../egress/sink-guard.ts'
import type { Toegangsoort } from '../../generated/enums.ts'

/** New toegangsgegevens by soort: an absent one stays, null removes it. */
export type ToegangWish = { [Soort in Toegangsoort]?: Toegangsgegevens[Soort] | null }

/** `gegevens` is null when it is removed. */
export type ToegangChange = { soort: Toegangsoort; gegevens: object | null; kenmerk: string; verlooptOp: Date | null }

/** A fault in `protocolsettings` that a person or a client can correct. */
export type ToegangFault = {
  reason: 'toegang_invalid'
  member: string
  code: CertificateFault | 'tokenendpoint_not_allowed'
}

/** Validates new toegangsgegevens. The caller stores the changes only when there are no faults. */
export function examineToegang(
  wish: ToegangWish,
  { policy, now }: { policy: SinkPolicy; now: Date },
): { changes: ToegangChange[]; faults: ToegangFault[] } {
  const { headers, oauth2, clientcertificate } = wish
  const removed = Object.entries(wish).filter(([, given]) => given === null)
  const changes = removed.map(([soort]) => removalOf(soort as Toegangsoort))
  const faults: ToegangFault[] = []
  const blame = (member: string, code: ToegangFault['code']) => faults.push({ reason: 'toegang_invalid', member, code })
  if (headers) {
    changes.push({ soort: 'headers', gegevens: headers, kenmerk: Object.keys(headers).join(', '), verlooptOp: null })
  }
  if (oauth2) {
    const { tokenendpoint } = oauth2
    if (!vetSink(tokenendpoint, policy).ok) blame('oauth2/tokenendpoint', 'tokenendpoint_not_allowed')
    changes.push({ soort: 'oauth2', gegevens: oauth2, kenmerk: tokenendpoint, verlooptOp: null })
  }
  if (clientcertificate) {
    const examined = examineClientCertificate(clientcertificate, { now, extraCas: policy.extraCas })
    if (examined.ok) {
      const { usable: gegevens, fingerprint: kenmerk, expires: verlooptOp } = examined
      changes.push({ soort: 'clientcertificate', gegevens, kenmerk, verlooptOp })
    } else {
      for (const reason of examined.reasons) {
        blame(`clientcertificate/${reason.startsWith('key_') ? 'key' : 'certificate'}`, reason)
      }
    }
  }
  return { changes, faults }
}

export function removalOf(soort: Toegangsoort): ToegangChange {
  return { soort, gegevens: null, kenmerk: '', verlooptOp: null }
}

import { API_SCOPES, type ApiScope, zaaktype } from '../../env.ts'

const ZAKEN_LEZEN = 'zaken.lezen'

/**
 * What a `scope` opens (RFC 6749 section 3.3). Each of its parts adds to the others: `zaken.lezen:APV-EVEN` adds zaken of that
 * zaaktype, and `zaken.lezen` all. What is not ours is passed over, but an unreadable zaaktype still limits: it is one that no
 * zaak has.
 */
export function readScope(scope: string): { scopes: ApiScope[]; zaaktypen: string[] | undefined } {
  const parts = scope.split(' ')
  const limited = parts.filter((part) => part.startsWith(`${ZAKEN_LEZEN}:`))
  const scopes = API_SCOPES.filter((name) => parts.includes(name) || (name === ZAKEN_LEZEN && limited.length > 0))
  if (limited.length === 0 || parts.includes(ZAKEN_LEZEN)) return { scopes, zaaktypen: undefined }
  const zaaktypen = limited.flatMap((part) => part.split(':').slice(1))
  return { scopes, zaaktypen: zaaktypen.filter((each) => zaaktype.safeParse(each).success) }
}

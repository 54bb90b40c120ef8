import { API_SCOPES, type ApiScope, zaaktype } from '../../env.ts'

const ZAKEN_LEZEN = 'zaken.lezen'
/** What it makes goes on without the token, so that no limit of the token would hold there. */
const ABONNEMENTEN_BEHEREN = 'abonnementen.beheren'

/**
 * What a `scope` opens (RFC 6749 section 3.3). A client may ask for less than it was granted, so each part must add: zaken and
 * events are of the zaaktypen in `zaken.lezen:APV-EVEN:…`, of all with `zaken.lezen`, and without either of none. What is not
 * ours is passed over.
 */
export function readScope(scope: string): { scopes: ApiScope[]; zaaktypen: string[] | undefined } {
  const parts = scope.split(' ')
  const limited = parts.filter((part) => part.startsWith(`${ZAKEN_LEZEN}:`))
  const isOfAll = parts.includes(ZAKEN_LEZEN)
  const scopes = API_SCOPES.filter((name) => {
    if (name === ZAKEN_LEZEN) return isOfAll || limited.length > 0
    return parts.includes(name) && (isOfAll || name !== ABONNEMENTEN_BEHEREN)
  })
  if (isOfAll) return { scopes, zaaktypen: undefined }
  const zaaktypen = limited.flatMap((part) => part.split(':').slice(1))
  return { scopes, zaaktypen: zaaktypen.filter((each) => zaaktype.safeParse(each).success) }
}

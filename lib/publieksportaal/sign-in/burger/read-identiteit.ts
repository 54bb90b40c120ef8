import { bsn, type Initiator, kvkNummer, vestigingsnummer } from '#lib/contract/zaak-resource.ts'
import { claimAt } from '#lib/platform/sign-in/claims.ts'
import type { Claims } from '#lib/platform/sign-in/sign-in-config.ts'
import { type Identiteit, identiteitOf, identiteitOfPseudoniem } from '../../burger/identiteit.ts'
import type { PublieksportaalEnv } from '../../env.ts'

const MAX_PSEUDONIEM_CHARACTERS = 500

type ClaimNames = Pick<
  PublieksportaalEnv,
  | 'PUBLIEKSPORTAAL_OIDC_BSN_CLAIM'
  | 'PUBLIEKSPORTAAL_OIDC_AANVRAGER_BSN_CLAIM'
  | 'PUBLIEKSPORTAAL_OIDC_GEMACHTIGDE_BSN_CLAIM'
  | 'PUBLIEKSPORTAAL_OIDC_KVK_CLAIM'
  | 'PUBLIEKSPORTAAL_OIDC_VESTIGING_CLAIM'
  | 'PUBLIEKSPORTAAL_OIDC_PSEUDONIEM_CLAIM'
>

/** The initiator that somebody signs in for, and the gemachtigde when that is somebody else. */
export type Ingelogde = { initiator: Initiator; gemachtigde: Identiteit | null }

/** `namens_onduidelijk`: the claims name several initiators. The others: a required claim is invalid. */
type Refusal = 'geen_bsn' | 'gemachtigde_onbekend' | 'bedrijf_onbekend' | 'namens_onduidelijk'

type Read = { ok: true; ingelogde: Ingelogde } | { ok: false; fout: Refusal }

/**
 * Reads the claims of a broker. Fails closed: a claim of acting for another excludes a sign-in for oneself.
 */
export function readIdentiteit(env: ClaimNames, claims: Claims): Read {
  const at = (name: string) => claimAt(claims, name) ?? undefined
  const persoon = {
    aanvrager: at(env.PUBLIEKSPORTAAL_OIDC_AANVRAGER_BSN_CLAIM),
    gemachtigde: at(env.PUBLIEKSPORTAAL_OIDC_GEMACHTIGDE_BSN_CLAIM),
  }
  const bedrijf = {
    kvk: at(env.PUBLIEKSPORTAAL_OIDC_KVK_CLAIM),
    vestiging: at(env.PUBLIEKSPORTAAL_OIDC_VESTIGING_CLAIM),
    pseudoniem: at(env.PUBLIEKSPORTAAL_OIDC_PSEUDONIEM_CLAIM),
  }
  const zelf = at(env.PUBLIEKSPORTAAL_OIDC_BSN_CLAIM)
  const isForPersoon = isAny(persoon)
  const isForBedrijf = isAny(bedrijf)
  if (isForBedrijf && (isForPersoon || zelf !== undefined)) return { ok: false, fout: 'namens_onduidelijk' }
  if (isForBedrijf) return readBedrijf(bedrijf)
  return isForPersoon ? readPersoon({ ...persoon, zelf }) : readZelf(zelf)
}

const isAny = (found: Record<string, unknown>) => Object.values(found).some((value) => value !== undefined)

function readZelf(zelf: unknown): Read {
  const read = bsn.safeParse(zelf)
  return read.success
    ? { ok: true, ingelogde: { initiator: { bsn: read.data }, gemachtigde: null } }
    : { ok: false, fout: 'geen_bsn' }
}

/** @param claimed.zelf the BSN claim of other sign-ins; some brokers put one of the two BSNs in it */
function readPersoon(claimed: { aanvrager: unknown; gemachtigde: unknown; zelf: unknown }): Read {
  const aanvrager = bsn.safeParse(claimed.aanvrager)
  const gemachtigde = bsn.safeParse(claimed.gemachtigde)
  if (!aanvrager.success || !gemachtigde.success || aanvrager.data === gemachtigde.data) {
    return { ok: false, fout: 'gemachtigde_onbekend' }
  }
  const possible: unknown[] = [undefined, aanvrager.data, gemachtigde.data]
  if (!possible.includes(claimed.zelf)) return { ok: false, fout: 'namens_onduidelijk' }
  const initiator = { bsn: aanvrager.data }
  return { ok: true, ingelogde: { initiator, gemachtigde: identiteitOf({ bsn: gemachtigde.data }) } }
}

function readBedrijf(claimed: { kvk: unknown; vestiging: unknown; pseudoniem: unknown }): Read {
  const kvk = kvkNummer.safeParse(claimed.kvk)
  const vestiging = vestigingsnummer.optional().safeParse(claimed.vestiging)
  const { pseudoniem } = claimed
  if (!kvk.success || !vestiging.success || !isPseudoniem(pseudoniem)) return { ok: false, fout: 'bedrijf_onbekend' }
  const initiator = { kvkNummer: kvk.data, ...(vestiging.data && { vestigingsnummer: vestiging.data }) }
  return { ok: true, ingelogde: { initiator, gemachtigde: identiteitOfPseudoniem(pseudoniem) } }
}

function isPseudoniem(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_PSEUDONIEM_CHARACTERS
}

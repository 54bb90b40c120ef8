import { isDeepStrictEqual } from 'node:util'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { withoutOverrides } from '#lib/platform/json/without-overrides.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import { hashBsn } from '../burger/bsn-keys.ts'
import { identiteitOf } from '../burger/identiteit.ts'
import type { PublieksportaalContext } from '../context.ts'
import { FIND_KNOWN, type KnownZaak, toRow, writeStatement, type ZaakRow } from './zaak-row.ts'

/**
 * Updates the zaken that the portal knows, as `storeZaak` does: reads all of them in one query, and writes
 * each in one statement of a group commit. Leaves to `storeZaak` every other case, such as a new citizen or
 * zaaktype, a corrected history or a concurrent change.
 *
 * @returns the uuids of those that are up to date now
 */
export async function updateKnownZaken(ctx: PublieksportaalContext, zaken: ZaakResource[]): Promise<Set<string>> {
  const find = { name: 'find-known-zaken', text: FIND_KNOWN, values: [`{${zaken.map(({ uuid }) => uuid)}}`] }
  const [rows] = (await runPipeline(ctx.pool, [find])) as [KnownZaak[]]
  const known = new Map(rows.map((row) => [row.id, row]))
  const upToDate = new Set<string>()
  async function update(given: ZaakResource) {
    const zaak = withoutOverrides(given)
    const row = toRow(zaak, hashBsn(ctx.env, identiteitOf(zaak.initiator)))
    const one = known.get(zaak.uuid)
    if (!one || !isDeepStrictEqual(one.zaaktype, zaak.zaaktype)) return
    if (!isDeepStrictEqual(one.row, row)) {
      if (!goesOn(one.row, row)) return
      const { burgerId } = one
      const statement = writeStatement(ctx, { zaak, row, burgerId, known: one, isSeen: false })
      const written = await groupCommit(ctx.pool, statement, `${burgerId} ${zaak.uuid}`)
      if (written.length === 0) return
      ctx.liveBus?.publish({ burgerIds: [burgerId], ordered: false })
    }
    upToDate.add(zaak.uuid)
  }
  await Promise.allSettled(zaken.map(update))
  return upToDate
}

/** True when the citizen is the same, the versie not older, and each known status is still at its versie. */
function goesOn(known: ZaakRow, fetched: ZaakRow): boolean {
  if (known.bsnHash !== fetched.bsnHash || known.versie > fetched.versie) return false
  const place = ([gebeurtenisId, versie]: ZaakRow['statussen'][number]) => `${gebeurtenisId} ${versie}`
  const places = new Set(fetched.statussen.map(place))
  return known.statussen.every((status) => places.has(place(status)))
}

import { hashesOfBetrokkene } from '../../audit/hash-betrokkene.ts'
import { recordLook } from '../../audit/record-look.ts'
import type { TracedActor } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { ActorSoort } from '../../generated/client.ts'

export const MOST_REGELS = 10_000

/** A look at the gegevens of a betrokkene, or a handeling with them. */
export type Inzageregel = {
  tijdstip: Date
  actorSoort: ActorSoort
  /** The present team of a behandelaar: a betrokkene is told the function, not the name. */
  team: string | null
  /** the name of an API client */
  systeem: string | null
  handeling: string
  /** code of a purpose, or a typed text; null when the handeling asks for none */
  doel: string | null
  zaakId: string | null
  /** null when the regel is not about one zaak */
  identificatie: string | null
}

/** Each branch of `regel` uses its own index, so that the audittrail is not scanned. */
const FIND = `
  with van_hem as materialized (
    select id from zaak where aanvrager_bsn = $1
  ), ooit_van_hem as materialized (
    select zaak_id as id from gegevenswijziging where aanvrager_bsn = $1
    union select zaak_id from auditregel where handeling = 'zaak_verwijderen' and betrokkene = any($2)
  ), regel as materialized (
    -- all looks at the zaken of which he is the aanvrager now
    select regel.tijdstip, regel.id from van_hem join auditregel regel on regel.zaak_id = van_hem.id
    -- his former zaken, corrected or removed: only the looks while he was the aanvrager
    union select regel.tijdstip, regel.id from ooit_van_hem join auditregel regel on regel.zaak_id = ooit_van_hem.id and betrokkene = any($2)
    union select tijdstip, id from auditregel where handeling in ('bsn_zoeken', 'inzage_geven') and betrokkene = any($2)
  )
  select tijdstip, auditregel.actor_soort as "actorSoort",
    coalesce(team.naam, behandelaar.team) as team,
    case when auditregel.actor_soort = 'api_client' then auditregel.actor end as systeem, auditregel.handeling,
    case when auditregel.object_soort = 'doel' then auditregel.object_id end as doel, auditregel.zaak_id as "zaakId",
    coalesce(zaak.identificatie, verwijderde_zaak.identificatie) as identificatie
  from regel
  join auditregel using (tijdstip, id)
  left join behandelaar on behandelaar.id = case when auditregel.actor_soort = 'behandelaar' then auditregel.actor::uuid end
  left join team on team.code = behandelaar.team
  left join zaak on zaak.id = auditregel.zaak_id
  left join verwijderde_zaak on verwijderde_zaak.id = auditregel.zaak_id
  order by tijdstip desc, auditregel.id desc
  limit $3`

/** Returns who looked at the gegevens of a citizen, newest first (AVG 15), and records the inzage. */
export async function findInzage(
  ctx: ZaaksysteemContext,
  { bsn, actor }: { bsn: string; actor: TracedActor },
): Promise<Inzageregel[]> {
  const begonnenOp = ctx.clock()
  const { rows } = await ctx.pool.query<Inzageregel>(FIND, [bsn, hashesOfBetrokkene(ctx, bsn), MOST_REGELS])
  const object = { soort: 'export', id: 'inzage' }
  await recordLook(ctx, { actor, handeling: 'inzage_geven', begonnenOp, seen: [{ object, bsn }] })
  return rows
}

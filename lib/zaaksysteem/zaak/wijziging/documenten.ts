import type { DocumentResource } from '#lib/contract/zaak-resource.ts'
import { naamVanTitel } from '#lib/platform/bestand/clean-naam.ts'
import type { Formaat } from '#lib/platform/bestand/formaten.ts'
import type { OpgeslagenBestand } from '../../bestand/bestand-store.ts'
import { leesbaarSql } from '../../bestand/scan/leesbaar.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Richting, Vertrouwelijkheidaanduiding } from '../../generated/client.ts'
import { type BesluitAtVersie, besluitenAt } from './besluiten.ts'

/** A document that the aanvrager reads and that was not withdrawn or replaced. Dates are `yyyy-mm-dd`. */
export type Document = DocumentResource

/**
 * A bestand that may become a document of the zaak: scanned when there is a virus scanner. A bestand that an
 * API client sent for an aanvrager is available only to that client.
 */
type Los = Pick<Document, 'id' | 'formaat' | 'grootte' | 'sha256'> & { naam: string }

/** The further data of a zaak that acts on documents read. */
export type Dossier = {
  /** oldest first */
  documenten: Document[]
  /** newest first */
  losseBestanden: Los[]
}

/** The order is that of an index, so that the planner does not read every document of an empty table. */
const documenten = ({ condition = '', more = '' }) => `coalesce((
    select json_agg(json_build_object('id', document.id, 'titel', titel,
      'informatieobjecttype', informatieobjecttype, 'datum', datum, 'formaat', formaat, 'grootte', grootte, 'sha256', sha256,
      'vertrouwelijkheidaanduiding', vertrouwelijkheidaanduiding, 'zichtbaarVanaf', zichtbaar_vanaf, 'besluit', besluit_id,
      'documentversie', documentversie, 'versie', document.versie${more}) order by document.versie, document.id)
    from (
      select * from document where document.zaak_id = zaak.id${condition} order by document.versie offset 0
    ) as document
    join bestand on bestand.id = any (array[document.bestand_id])
  ), '[]')`

/**
 * Selects the documents of a row of `zaak` that the aanvrager reads, not withdrawn or replaced, oldest first.
 */
export const SELECT_DOCUMENTEN = documenten({
  condition: ' and vervallen_versie is null and zichtbaar_vanaf is not null',
})

type Env = ZaaksysteemContext['env']

/** Selects the documents of a row of `zaak` that the aanvrager does not read, not withdrawn. */
export const selectInterneDocumenten = (env: Env) =>
  documenten({
    condition: ' and vervallen_versie is null and zichtbaar_vanaf is null',
    more: `, 'richting', richting, 'aanvulling', aanvulling_id, 'leesbaar', ${leesbaarSql(env)}`,
  })

const losseBestanden = (env: Env, client: string) => `coalesce((
    select json_agg(json_build_object('id', bestand.id, 'naam', bestand.naam, 'formaat', formaat, 'grootte', grootte,
      'sha256', sha256) order by aangemaakt_op desc)
    from bestand where bestand.zaak_id = zaak.id and status = 'opgeslagen' and coalesce(inzender = ${client}, inzender is null)
      and ${leesbaarSql(env)}
  ), '[]')`

/**
 * Selects the documents and the available bestanden as columns of a row of `zaak`.
 *
 * @param client SQL expression of the API client that asks; null: the desk
 */
export const selectDossier = (env: Env, client: string) =>
  `${SELECT_DOCUMENTEN} as documenten, ${losseBestanden(env, client)} as "losseBestanden"`

const MORE = `, 'richting', richting, 'inzending', inzending_id, 'aanvulling', aanvulling_id, 'vervallenVersie', vervallen_versie`

const countOf = (virusscan: DocumentBestand['virusscan']) => `(
    select count(*)::int from bestand
    where bestand.zaak_id = zaak.id and status = 'opgeslagen' and inzender is null and virusscan = '${virusscan}'
  )`

const findAll = (env: Env) => `
  select ${documenten({ more: MORE })} as "alleDocumenten", ${losseBestanden(env, 'null')} as "losseBestanden",
    ${countOf('niet_gescand')} as "ongescand", ${countOf('besmet')} as "besmet"
  from zaak where id = $1`

/** Any document of a zaak. */
type ElkDocument = Omit<Document, 'zichtbaarVanaf' | 'vertrouwelijkheidaanduiding'> & {
  richting: Richting
  vertrouwelijkheidaanduiding: Vertrouwelijkheidaanduiding
  /** null when the aanvrager does not read it */
  zichtbaarVanaf: string | null
  /** the inzending with which the aanvrager sent it, and the aanvulling that it answers */
  inzending: string | null
  aanvulling: string | null
  vervallenVersie: number | null
}

/** True when the aanvrager reads it, from its date and the bekendmaking of its besluit on. */
export const isVoorAanvrager = (document: ElkDocument): document is ElkDocument & Document =>
  document.zichtbaarVanaf !== null

/** The documents of the desk, also withdrawn ones, and the counts of bestanden that cannot become one. */
export type HeelDossier = Dossier & {
  alleDocumenten: ElkDocument[]
  /** the number that waits for the virus scanner, when there is one */
  wachtend: number
  besmet: number
}

export async function findDossier(
  { pool, env }: Pick<ZaaksysteemContext, 'pool' | 'env'>,
  zaakId: string,
): Promise<HeelDossier> {
  type Row = Omit<HeelDossier, 'documenten' | 'wachtend'> & { ongescand: number }
  const { rows } = await pool.query<Row>(findAll(env), [zaakId])
  const { alleDocumenten = [], losseBestanden = [], ongescand = 0, besmet = 0 } = rows[0] ?? {}
  return {
    alleDocumenten,
    losseBestanden,
    wachtend: env.ZAAKSYSTEEM_CLAMD ? ongescand : 0,
    besmet,
    documenten: alleDocumenten.filter(isVoorAanvrager).filter(({ vervallenVersie }) => vervallenVersie === null),
  }
}

/** The bestand of a document, with the columns that decrypt it. */
type DocumentBestand = OpgeslagenBestand &
  Pick<Document, 'titel' | 'formaat' | 'sha256'> & {
    /** true when people outside the desk may get it */
    leesbaar: boolean
    /**
     * True when the desk may open it. Never when it is infected; a document of the aanvrager must be
     * scanned when there is a scanner.
     */
    opent: boolean
    virusscan: 'niet_gescand' | 'schoon' | 'besmet'
  }

const findBestand = (leesbaar: string) => `
  select bestand.id, titel, formaat, grootte, sha256, versleuteld, sleutel_id as "sleutelId", ${leesbaar} as leesbaar,
    case richting when 'inkomend' then ${leesbaar} else virusscan <> 'besmet' end as opent, virusscan
  from document join bestand on bestand.id = document.bestand_id
  where document.id = $1`

export async function findBestandOfDocument(
  { pool, env }: Pick<ZaaksysteemContext, 'pool' | 'env'>,
  documentId: string,
): Promise<DocumentBestand | undefined> {
  return (await pool.query<DocumentBestand>(findBestand(leesbaarSql(env)), [documentId])).rows[0]
}

/** The reason why the desk warns about a document, which does not open when `besmet` or, for now, `wacht`. */
export type Bezwaar = 'besmet' | 'wacht' | 'niet_gescand' | 'zonder_scanner'

/** Queries only the database, so that a store that is down breaks no page. */
export async function findBezwaren(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'env'>,
  documenten: readonly Pick<Document, 'id'>[],
): Promise<Record<string, Bezwaar>> {
  const checked = documenten.map(async ({ id }): Promise<[string, Bezwaar][]> => {
    const bestand = await findBestandOfDocument(ctx, id)
    if (!bestand || bestand.virusscan === 'schoon') return []
    if (bestand.virusscan === 'besmet') return [[id, 'besmet']]
    if (bestand.leesbaar) return [[id, 'zonder_scanner']]
    return [[id, bestand.opent ? 'niet_gescand' : 'wacht']]
  })
  return Object.fromEntries((await Promise.all(checked)).flat())
}

export function naamOf({ titel, formaat }: Pick<Document, 'titel' | 'formaat'>): string {
  return naamVanTitel(titel, formaat as Formaat)
}

/**
 * Returns the documents for the aanvrager, with the day from which he may read them. A document with a
 * besluit is not readable before its bekendmaking (Awb 3:41), also after a correction of that date. It is
 * never readable when the besluit was a mistake.
 */
export function toDocumentResources(
  documenten: readonly Document[],
  besluiten: readonly BesluitAtVersie[],
): DocumentResource[] {
  const decided = new Map(besluitenAt(besluiten).map(({ id, bekendmakingsdatum }) => [id, bekendmakingsdatum]))
  return documenten.flatMap(({ zichtbaarVanaf, ...document }) => {
    if (document.besluit === null) return [{ ...document, zichtbaarVanaf }]
    const bekend = decided.get(document.besluit)
    return bekend ? [{ ...document, zichtbaarVanaf: [bekend, zichtbaarVanaf].toSorted()[1] as string }] : []
  })
}

/** The column in which acts on documents pass their document. */
export const DOCUMENT_COLUMN = { document: 'jsonb' } as const

/** A document as the act that adds it writes it. */
export type NewDocument = Omit<Document, 'versie'> & { richting: Richting; bestand: string; vervangt: string | null }

/** Parts of the statement of that act, which fails as a whole if its bestand is swept at the same moment. */
export const ADD_DOCUMENT = {
  placed: `
    update bestand set status = 'geplaatst' from changed
    where bestand.id = any (array[(changed.document ->> 'bestand')::uuid]) and status = 'opgeslagen'
    returning bestand.id`,
  replaced: `
    update document set vervallen_versie = changed.versie from changed
    where document.id = any (array[(changed.document ->> 'vervangt')::uuid])`,
  added: `
    insert into document (id, zaak_id, versie, richting, bestand_id, titel, informatieobjecttype, datum, vertrouwelijkheidaanduiding,
      zichtbaar_vanaf, besluit_id, documentversie)
    select made.id, changed.id, changed.versie, richting, (select id from placed where placed.id = bestand), titel, informatieobjecttype, datum, "vertrouwelijkheidaanduiding",
      "zichtbaarVanaf", besluit, documentversie
    from changed cross join jsonb_to_record(changed.document) as made (id uuid, richting richting, bestand uuid, titel text,
      informatieobjecttype text, datum date, "vertrouwelijkheidaanduiding" vertrouwelijkheidaanduiding, "zichtbaarVanaf" date,
      besluit uuid, documentversie int)`,
}

/** Parts of the statement of the act that withdraws a document. */
export const WITHDRAW_DOCUMENT = {
  withdrawn: `
    update document set vervallen_versie = changed.versie from changed
    where document.id = any (array[(changed.document ->> 'id')::uuid])`,
}

import { withoutGroups } from '#lib/ui/form/fields.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { betrokkene } from '#lib/ui/texts/balie/betrokkene.ts'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { magErgens } from '#lib/zaaksysteem/rechten/mag.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { findBedoeld } from '#lib/zaaksysteem/werkvoorraad/find-bedoeld.ts'
import type { WerkvoorraadFilter } from '#lib/zaaksysteem/werkvoorraad/werkvoorraad-filter.ts'
import { sealZoek } from '#lib/zaaksysteem/werkvoorraad/zoek-in-adres.ts'
import { BSN_ZOEKEN } from '../paths.ts'
import { filterHref, type WerkvoorraadFields, type WerkvoorraadList } from '../werkvoorraad-filter.ts'

const { opBsn, bedoelde } = werkvoorraad
/** The length of a BSN. One with a wrong digit is meant as one too. */
const LIKE_BSN = /^\d{9}$/

/** Leads on from a search without a result: to the search by BSN, or to a word that is written otherwise. */
export async function ZoekAnders({
  list,
  fields,
  query,
  lezer,
}: {
  list: WerkvoorraadList
  fields: WerkvoorraadFields
  query: WerkvoorraadFilter
  lezer: SignedInBehandelaar
}) {
  if (LIKE_BSN.test(withoutGroups(query.zoek ?? ''))) {
    if (!magErgens(lezer, 'bsn_zoeken')) return <Paragraph>{opBsn.magNiet}</Paragraph>
    return (
      <Paragraph>
        {opBsn.hier} <Link href={BSN_ZOEKEN}>{betrokkene.zoeken.titel}</Link>
      </Paragraph>
    )
  }
  const ctx = zaaksysteem()
  const zoek = await findBedoeld(ctx, query, lezer)
  if (!zoek) return null
  return (
    <Paragraph>
      {bedoelde} <Link href={filterHref(list, fields, { zoek: sealZoek(ctx, zoek, lezer.sessieId) })}>{zoek}</Link>?
    </Paragraph>
  )
}

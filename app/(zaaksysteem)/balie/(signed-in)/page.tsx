import type { Metadata } from 'next'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { Werkvoorraad } from './werkvoorraad.tsx'

export const metadata: Metadata = { title: { absolute: `${balie.lijst.open.titel} · ${balie.zaaksysteem}` } }

export default async function WerkvoorraadPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <Werkvoorraad list="open" searchParams={await searchParams} />
}

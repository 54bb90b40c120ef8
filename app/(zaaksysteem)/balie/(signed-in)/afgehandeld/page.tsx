import type { Metadata } from 'next'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { Werkvoorraad } from '../werkvoorraad.tsx'

export const metadata: Metadata = { title: balie.lijst.afgehandeld.titel }

export default async function AfgehandeldPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <Werkvoorraad list="afgehandeld" searchParams={await searchParams} />
}

import type { Metadata } from 'next'
import { balie } from '#lib/ui/texts/balie.ts'
import { Werkvoorraad } from '../werkvoorraad.tsx'
import type { SearchParams } from '../werkvoorraad-filter.ts'

export const metadata: Metadata = { title: balie.lijst.mijn.titel }

export default async function MijnZakenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <Werkvoorraad list="mijn" searchParams={await searchParams} />
}

import { NotFoundMessage } from '#lib/ui/staff/not-found-message.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { PATHS } from '../werkvoorraad-filter.ts'

export default function NotFound() {
  return (
    <NotFoundMessage
      title={bezorgingen.geenToegang}
      explanation={bezorgingen.geenToegangUitleg}
      href={PATHS.open}
      label={balie.zaak.naarWerkvoorraad}
    />
  )
}

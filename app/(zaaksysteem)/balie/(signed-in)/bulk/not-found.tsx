import { NotFoundMessage } from '#lib/ui/staff/not-found-message.tsx'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { PATHS } from '../werkvoorraad-filter.ts'

export default function NotFound() {
  return (
    <NotFoundMessage
      title={bulk.geenToegang}
      explanation={bulk.geenToegangUitleg}
      href={PATHS.open}
      label={balie.zaak.naarWerkvoorraad}
    />
  )
}

import { NotFoundMessage } from '#lib/ui/staff/not-found-message.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { behandelaars } from '#lib/ui/texts/behandelaars.ts'
import { PATHS } from '../werkvoorraad-filter.ts'

export default function NotFound() {
  return (
    <NotFoundMessage
      title={behandelaars.geenToegang}
      explanation={behandelaars.geenToegangUitleg}
      href={PATHS.open}
      label={balie.zaak.naarWerkvoorraad}
    />
  )
}

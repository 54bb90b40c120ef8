import { NotFoundMessage } from '#lib/ui/staff/not-found-message.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { sleutels } from '#lib/ui/texts/sleutels.ts'
import { PATHS } from '../werkvoorraad-filter.ts'

export default function NotFound() {
  return (
    <NotFoundMessage
      title={sleutels.geenToegang}
      explanation={sleutels.geenToegangUitleg}
      href={PATHS.open}
      label={balie.zaak.naarWerkvoorraad}
    />
  )
}

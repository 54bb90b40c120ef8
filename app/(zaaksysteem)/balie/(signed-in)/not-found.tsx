import { NotFoundMessage } from '#lib/ui/staff/not-found-message.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { PATHS } from './werkvoorraad-filter.ts'

/** Stands in the place of a page that does not exist, or not for whoever asks. */
export default function NotFound() {
  return (
    <NotFoundMessage
      title={balie.geenToegang.titel}
      explanation={balie.geenToegang.uitleg}
      href={PATHS.open}
      label={balie.zaak.naarWerkvoorraad}
    />
  )
}

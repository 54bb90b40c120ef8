import { NotFoundMessage } from '#lib/ui/staff/not-found-message.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { PORTAALBEHEER } from './paths.ts'

export default function NotFound() {
  return (
    <NotFoundMessage
      title={portaalbeheer.nietGevonden}
      explanation={portaalbeheer.nietGevondenUitleg}
      href={PORTAALBEHEER}
      label={portaalbeheer.naarOverzicht}
    />
  )
}

/** What the desk calls an abonnement; one that was registered over the API may have no name. */
export function abonnementName({ naam, sink }: { naam: string; sink: string }): string {
  return naam || new URL(sink).host
}

/** Where its events go. */
export function abonnementAddress({ sink, natsSubject }: { sink: string; natsSubject: string }): string {
  return natsSubject ? `${sink} ${natsSubject}` : sink
}

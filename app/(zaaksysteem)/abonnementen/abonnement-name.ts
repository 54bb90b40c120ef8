/** Returns the name of an abonnement; one registered over the API may have none, and is named by its host. */
export function abonnementName({ naam, sink }: { naam: string; sink: string }): string {
  return naam || new URL(sink).host
}

/** Returns the destination of the events. */
export function abonnementAddress({ sink, natsSubject }: { sink: string; natsSubject: string }): string {
  return natsSubject ? `${sink} ${natsSubject}` : sink
}

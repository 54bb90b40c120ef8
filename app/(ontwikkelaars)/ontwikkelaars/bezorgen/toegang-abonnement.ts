import type { AbonnementRequest } from '#lib/contract/abonnement-resource.ts'

const oauth2 = { tokenendpoint: 'https://login.example.org/token', clientid: 'zaakbode', clientsecret: '…' }

/** An abonnement with every kind of access that a sink can require. */
export const TOEGANG_ABONNEMENT = {
  protocol: 'HTTP',
  sink: 'https://example.org/webhooks',
  sinkcredential: { credentialtype: 'STANDARDWEBHOOKS' },
  protocolsettings: {
    headers: { 'X-Api-Key': '…' },
    oauth2,
    clientcertificate: { certificate: '-----BEGIN CERTIFICATE-----…', key: '-----BEGIN PRIVATE KEY-----…' },
  },
  naam: 'Ons portaal',
  contact: 'beheer@example.org',
  types: ['nl.overheid.zaken.zaakstatus-gewijzigd'],
  filters: [{ exact: { zaaktype: 'OMG-REG' } }],
  config: { contentmodus: 'structured', herhaalschema: [5, 10, 30, 60], maxGelijktijdig: 64 },
} as const satisfies AbonnementRequest

/** Body of a PATCH that replaces one part, removes one and keeps the rest. */
export const TOEGANG_WIJZIGING = { protocolsettings: { headers: null, oauth2 } } as const

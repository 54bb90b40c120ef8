import { z } from 'zod'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { operation } from '../api/operation.ts'
import { egressAddresses } from '../egress/egress-addresses.ts'

const prefix = z.union([
  z.strictObject({ ipv4Prefix: z.cidrv4().meta({ example: '203.0.113.8/32' }) }),
  z.strictObject({ ipv6Prefix: z.cidrv6().meta({ example: '2001:db8:7::/48' }) }),
])

const uitgaandeAdressen = z.object({ prefixes: z.array(prefix).min(1) }).meta({ id: 'UitgaandeAdressen' })

export const adressenLezen = operation({
  on: 'GET /zaaksysteem/adressen.json',
  // The API rule for names in paths allows a dot in the first part only for openapi.
  below: { path: '/api', description: 'Addresses have no version: those of all deliveries are at one address.' },
  id: 'adressenLezen',
  isFromMemory: true,
  tag: 'Beschrijving',
  summary: 'The addresses that deliveries and handshakes come from',
  description:
    'For a firewall, in the form that many senders use. It proves nothing of a message: verify its signature. They are what the operator states, so there is a 404 where nothing was stated.',
  answers: {
    200: {
      description: 'All networks that deliveries come from.',
      schema: uitgaandeAdressen,
      example: { prefixes: [{ ipv4Prefix: '203.0.113.8/32' }, { ipv6Prefix: '2001:db8:7::/48' }] },
    },
  },
  problems: {
    addresses_not_stated: { status: 404, detail: 'The operator did not state from which addresses messages come.' },
  },
  async handle(ctx, { refuse }) {
    const stated = egressAddresses(ctx.env)
    return stated ? jsonResponse(stated) : refuse('addresses_not_stated')
  },
})

import { z } from 'zod'

/**
 * `GET /api/zaaksysteem/demo/bezorgingen`: the newest bezorgingen, newest first. Only with DEMO=1. Times are
 * RFC 3339.
 */
export const demoBezorgingen = z.object({
  bezorgingen: z.array(
    z.object({
      eventId: z.string(),
      type: z.string(),
      sequence: z.int(),
      zaakId: z.string(),
      sink: z.string(),
      status: z.enum(['wachtend', 'bezorgd', 'mislukt', 'overgeslagen']),
      /** when the change committed */
      vastgelegdOp: z.iso.datetime(),
      body: z.string(),
      pogingen: z.array(
        z.object({
          nummer: z.int(),
          begonnenOp: z.iso.datetime(),
          duurMs: z.int(),
          httpStatus: z.int().nullable(),
          foutsoort: z.string().nullable(),
          requestHeaders: z.record(z.string(), z.string()),
          /** null when no response came */
          responseHeaders: z.record(z.string(), z.union([z.string(), z.array(z.string())])).nullable(),
          responseBody: z.string().nullable(),
        }),
      ),
    }),
  ),
})

/**
 * `GET /api/publieksportaal/demo/ontvangsten`: the newest accepted events, newest first. Only with DEMO=1.
 */
export const demoOntvangsten = z.object({
  ontvangsten: z.array(
    z.object({
      eventId: z.string(),
      /** when the request reached the portal, before it was verified */
      ontvangenOp: z.iso.datetime(),
      /** the method that proved the sender; `kid` is the key or secret */
      credentialtype: z.string(),
      kid: z.string(),
      bodySha256: z.string(),
    }),
  ),
})

export type DemoBezorging = z.infer<typeof demoBezorgingen>['bezorgingen'][number]
export type DemoOntvangst = z.infer<typeof demoOntvangsten>['ontvangsten'][number]

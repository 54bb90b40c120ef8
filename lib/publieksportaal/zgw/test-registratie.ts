import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { jwtVerify } from 'jose'
import type { Clock } from '#lib/platform/clock.ts'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import { listen } from '#tools/servers/listen.ts'

const CLIENT = 'portaal'
const RSIN = '517439943'
/** 23:30 in Amsterdam. */
export const NOW = new Date('2026-11-25T22:30:00Z')

type Answer = { status: number; body?: unknown; headers?: Record<string, string> }
type Eio = Record<string, unknown> & {
  url: string
  titel?: unknown
  versie?: unknown
  identificatie?: unknown
  bestandsomvang?: unknown
}

/**
 * Starts a registratie with one zaak that answers as Open Zaak 1.30.0 does: Zaken 1.5.1, Documenten 1.4.2,
 * Besluiten 1.1.0, Catalogi 1.3.1. `answers`, by path, overrides its answers.
 */
export async function startTestRegistratie({ clock = () => NOW }: { clock?: Clock } = {}) {
  const secret = testSecret()
  const answers = new Map<string, (request: IncomingMessage) => Answer | undefined | Promise<Answer>>()
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    const parts = await request.toArray().catch(() => undefined)
    // the client disconnected
    if (!parts) return
    const body = Buffer.concat(parts).toString()
    const url = new URL(request.url ?? '', base)
    requests.push(`${request.method} ${url.pathname}`)
    const answer = (await isAllowed(request))
      ? await answerTo(request, url, body)
      : { status: 403, body: { status: 403 } }
    const isBytes = Buffer.isBuffer(answer.body)
    response.writeHead(answer.status, {
      'Content-Type': isBytes ? 'application/octet-stream' : 'application/json',
      ...answer.headers,
    })
    response.end(isBytes ? answer.body : JSON.stringify(answer.body ?? {}))
  })

  /** Every failure is 403, never 401. A token issued ahead of the clock is accepted. */
  async function isAllowed({ headers }: IncomingMessage) {
    try {
      const token = headers.authorization?.replace('Bearer ', '') ?? ''
      const { payload } = await jwtVerify(token, Buffer.from(secret), {
        algorithms: ['HS256'],
        maxTokenAge: '1h',
        clockTolerance: '1h',
        currentDate: clock(),
      })
      const { client_id, iss, user_id } = payload
      return client_id === CLIENT && iss === CLIENT && typeof user_id === 'string'
    } catch {
      return false
    }
  }

  function answerTo(request: IncomingMessage, url: URL, body: string): Answer | Promise<Answer> {
    const path = url.pathname
    const isPost = request.method === 'POST'
    const given = answers.get(path)?.(request)
    if (given) return given
    const query = (name: string) => url.searchParams.get(name)
    const page = (results: unknown[]) => ({ count: results.length, next: null, previous: null, results })
    if (path.endsWith('/zaken') && !request.headers['accept-crs']) return { status: 412 }
    const where = <T extends object>(all: readonly T[], ...names: (keyof T & string)[]) =>
      all.filter((one) => names.every((name) => query(name) === null || one[name] === query(name)))
    switch (path) {
      case '/zaken/api/v1/zaken':
        return { status: 200, body: page(where([zaak], 'identificatie', 'bronorganisatie')) }
      case '/zaken/api/v1/zaakinformatieobjecten':
        return isPost ? relate(JSON.parse(body)) : { status: 200, body: where(relaties, 'zaak', 'informatieobject') }
      case '/documenten/api/v1/enkelvoudiginformatieobjecten':
        if (isPost) return register(JSON.parse(body))
        return { status: 200, body: page(where([...documenten.values()], 'identificatie', 'bronorganisatie')) }
      case '/besluiten/api/v1/besluiten':
        return { status: 200, body: page(where(besluiten, 'zaak')) }
      case '/besluiten/api/v1/besluitinformatieobjecten':
        return { status: 200, body: where(besluitrelaties, 'besluit') }
      case '/catalogi/api/v1/zaaktype-informatieobjecttypen':
        return { status: 200, body: page(where(soorten, 'zaaktype')) }
      case '/documenten/api/v1/enkelvoudiginformatieobjecten/_zoek': {
        const wanted: string[] = JSON.parse(body).uuid__in
        return { status: 200, body: page(wanted.flatMap((id) => documenten.get(id) ?? []).slice(0, 100)) }
      }
    }
    const id = /^\/documenten\/api\/v1\/enkelvoudiginformatieobjecten\/([^/]+)\/download$/.exec(path)?.[1] ?? ''
    const document = documenten.get(id)
    if (!document || query('versie') !== String(document.versie)) return { status: 404 }
    return { status: 200, body: bytesOf.get(id) ?? Buffer.from(`bytes of ${document.titel}`) }
  }

  /** A duplicate is answered 400, like other failed validations. */
  function register(given: Eio): Answer {
    const same = (one: Eio) => one.identificatie === given.identificatie
    if ([...documenten.values()].some(same)) return { status: 400, body: { code: 'invalid' } }
    const { inhoud, ...fields } = given
    const bytes = Buffer.from(String(inhoud), 'base64')
    // the standard: `inhoud` must have the announced length
    if (bytes.length !== given.bestandsomvang) return { status: 400, body: { code: 'invalid' } }
    const url = at('documenten', 'enkelvoudiginformatieobjecten')
    const made = { ...fields, url, versie: 1, locked: false, inhoud: `${url}/download?versie=1` }
    documenten.set(url.slice(-36), made)
    bytesOf.set(url.slice(-36), bytes)
    return { status: 201, body: made }
  }

  function relate(given: { zaak: string; informatieobject: string }): Answer {
    const same = (one: typeof given) => one.zaak === given.zaak && one.informatieobject === given.informatieobject
    if (relaties.some(same)) return { status: 400, body: { code: 'invalid' } }
    relaties.push({ ...given, registratiedatum: clock().toISOString() })
    return { status: 201, body: given }
  }
  const base = `http://127.0.0.1:${await listen(server)}`
  const at = (api: string, resource: string) => `${base}/${api}/api/v1/${resource}/${randomUUID()}`

  const zaak = {
    url: at('zaken', 'zaken'),
    identificatie: 'ZAAK-2026-1',
    bronorganisatie: RSIN,
    zaaktype: at('catalogi', 'zaaktypen'),
  }
  const soort = (richting: string, volgnummer: number) => ({
    url: at('catalogi', 'zaaktype-informatieobjecttypen'),
    zaaktype: zaak.zaaktype,
    informatieobjecttype: at('catalogi', 'informatieobjecttypen'),
    richting,
    volgnummer,
  })
  const soorten = [soort('uitgaand', 1), soort('inkomend', 3), soort('intern', 4), soort('inkomend', 2)] as const
  const documenten = new Map<string, Eio>()
  const bytesOf = new Map<string, Buffer>()
  const relaties: { zaak: string; informatieobject: string; registratiedatum: string }[] = []
  const besluiten: { url: string; zaak: string; verzenddatum: string | null; publicatiedatum: string | null }[] = []
  const besluitrelaties: { besluit: string; informatieobject: string }[] = []

  return {
    base,
    answers,
    requests,
    zaak,
    soorten: { uitgaand: soorten[0], inkomend: soorten[3], intern: soorten[2] },
    documenten,
    bytesOf,
    relaties,
    /** the environment of a portal that reads this registratie */
    env: {
      PUBLIEKSPORTAAL_ZGW_BRONORGANISATIE: RSIN,
      PUBLIEKSPORTAAL_ZGW_ZAKEN_API: `${base}/zaken/api/v1`,
      PUBLIEKSPORTAAL_ZGW_DOCUMENTEN_API: `${base}/documenten/api/v1`,
      PUBLIEKSPORTAAL_ZGW_CATALOGI_API: `${base}/catalogi/api/v1`,
      PUBLIEKSPORTAAL_ZGW_BESLUITEN_API: `${base}/besluiten/api/v1`,
      PUBLIEKSPORTAAL_ZGW_CLIENT_ID: CLIENT,
      PUBLIEKSPORTAAL_ZGW_SECRET: secret,
      PUBLIEKSPORTAAL_ZGW_VERTROUWELIJKHEID: 'zaakvertrouwelijk',
    },
    /** Adds a letter that the aanvrager may read, unless `changes` say otherwise. Returns its id. */
    add(changes: Record<string, unknown> = {}): string {
      const url = at('documenten', 'enkelvoudiginformatieobjecten')
      const id = url.slice(-36)
      documenten.set(id, {
        url,
        titel: 'Brief',
        versie: 1,
        status: 'definitief',
        vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
        locked: false,
        inhoud: `${url}/download?versie=1`,
        formaat: 'application/pdf',
        bestandsnaam: 'brief.pdf',
        bestandsomvang: 48_000,
        creatiedatum: '2026-11-20',
        ontvangstdatum: null,
        verzenddatum: null,
        informatieobjecttype: soorten[0].informatieobjecttype,
        _expand: { informatieobjecttype: { omschrijving: 'Brief aan aanvrager' } },
        ...changes,
      })
      relaties.push({ zaak: zaak.url, informatieobject: url, registratiedatum: '2026-11-20T10:00:00.123456Z' })
      return id
    },
    /** Adds a besluit of the zaak that is in these documents. Returns its id. */
    decide(ids: string[], dates: { verzenddatum?: string; publicatiedatum?: string } = {}): string {
      const url = at('besluiten', 'besluiten')
      besluiten.push({ url, zaak: zaak.url, verzenddatum: null, publicatiedatum: null, ...dates })
      for (const id of ids) besluitrelaties.push({ besluit: url, informatieobject: documenten.get(id)?.url as string })
      return url.slice(-36)
    },
    clear() {
      for (const list of [relaties, besluiten, besluitrelaties, requests]) list.length = 0
      documenten.clear()
      answers.clear()
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import { ADD_DOCUMENT_TO_ZAAK } from '#lib/zaaksysteem/zaak/handelingen/document/add-document.ts'
import { performHandeling } from '#lib/zaaksysteem/zaak/handelingen/perform-handeling.ts'
import { registerZaak } from '#lib/zaaksysteem/zaak/registratie/register-zaak.ts'
import { expectDone } from '../../../prisma/seed/expect-done.ts'
import { signIn } from '../../load/sign-in.ts'
import type { House } from '../house.ts'

export const READERS = 24
const DOCUMENT_BYTES = 24 * 1024 * 1024
const MARK = '%PDF-1.7\n'
const TAKEN_BYTES = 2_048
const POLL_MS = 500

type Citizen = { id: string; naam: string; bsn: string }

/** Registers a zaak with a document of a citizen, and returns the link to it at the portal. */
export async function linkToDocument({ zaaksysteem, portalOrigin }: House, { naam, bsn }: Citizen, size: number) {
  const traceparent = traceparentOf(null)
  const data = { subject: uuidv7(), naam: 'K. Kaart', team: 'Vergunningen', rollen: ['behandelaar'] }
  const behandelaar = await zaaksysteem.db.behandelaar.create({ data })
  const zaak = { zaaktype: 'APV-STAND', omschrijving: 'Standplaats met tekening', aanvrager: { naam, bsn } }
  const registered = await registerZaak(zaaksysteem, {
    ...zaak,
    behandelaar: { id: behandelaar.id },
    traceparent,
  })
  const { id: zaakId } = expectDone(registered)
  const bytes = Readable.from([Buffer.from(MARK), randomBytes(size - MARK.length)])
  const stored = await storeBestand(zaaksysteem, { zaakId, naam: 'tekening.pdf', bytes })
  const change = { zaakId, versie: 1, gezetDoor: { behandelaarId: behandelaar.id }, traceparent }
  const wish = { bestand: expectDone(stored).bestand.id, titel: 'Tekening', informatieobjecttype: 'besluit' }
  expectDone(await performHandeling(zaaksysteem, ADD_DOCUMENT_TO_ZAAK, { ...change, ...wish }))
  const { id } = await zaaksysteem.db.document.findFirstOrThrow({ where: { zaakId } })
  return `${portalOrigin}/mijn/zaken/${zaakId}/documenten/${id}`
}

/**
 * Returns the redirect of a document link for a signed-in citizen; null while the portal lacks the document
 * or is too busy.
 */
async function addressOf(link: string, cookie: string): Promise<string | null> {
  const answer = await fetch(link, { headers: { cookie }, redirect: 'manual' })
  await answer.body?.cancel()
  return answer.headers.get('location')
}

/**
 * Opens 24 connections of one citizen. Each reads 2 kB of a large document, pauses, and reconnects when it is
 * cut off.
 */
export async function readSlowly(house: House, citizen: Citizen): Promise<() => Promise<string>> {
  const { portalOrigin } = house
  const cookie = await signIn(portalOrigin, { system: 'publieksportaal', persoon: citizen.id })
  const link = await linkToDocument(house, citizen, DOCUMENT_BYTES)
  const sockets = new Set<Socket>()
  let isOver = false
  let begun = 0

  async function read(): Promise<void> {
    for (; !isOver; await sleep(POLL_MS)) {
      const path = await addressOf(link, cookie)
      if (!path || isOver) continue
      const socket = connect(Number(new URL(portalOrigin).port), 'localhost')
      sockets.add(socket)
      begun += 1
      const closed = new Promise((resolve) => socket.once('close', resolve))
      socket.on('error', () => {}).write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
      socket.once('readable', () => socket.read(TAKEN_BYTES))
      await closed
      sockets.delete(socket)
    }
  }
  const readers = Array.from({ length: READERS }, read)
  return async () => {
    isOver = true
    for (const socket of sockets) socket.destroy()
    await Promise.all(readers)
    return `${begun} connections`
  }
}

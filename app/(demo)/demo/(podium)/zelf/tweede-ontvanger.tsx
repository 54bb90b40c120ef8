'use client'

import { useCallback, useEffect, useState } from 'react'
import { DEMO_ONTVANGER } from '#demo/stage/demo-ontvanger.ts'
import type { AbonnementResource } from '#lib/contract/abonnement-resource.ts'
import { Button } from '#lib/ui/form/button.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { demoTexts } from '../../demo-texts.ts'
import { getJson } from '../../get-json.ts'

/**
 * Adds a second receiver beside the portal, or removes it, over the API with the token that the demo shows.
 */
export function TweedeOntvanger({ taal }: { taal: Taal }) {
  const t = demoTexts[taal].tweede
  const [abonnement, setAbonnement] = useState<AbonnementResource>()
  const [failed, setFailed] = useState(false)
  const settle = useCallback((asked: Promise<AbonnementResource | undefined>) => {
    asked.then(setAbonnement).then(
      () => setFailed(false),
      () => {
        setFailed(true)
        // another visitor may have changed it
        findAbonnement().then(setAbonnement, () => {})
      },
    )
  }, [])
  useEffect(() => settle(findAbonnement()), [settle])
  if (!abonnement) return null
  const isBeside = abonnement.status === 'actief'
  const toggle = () => settle(perform(abonnement.id, isBeside ? 'pauze' : 'hervatting'))
  return (
    <>
      <Button type="button" appearance="secondary" onClick={toggle}>
        {isBeside ? t.haalWeg : t.zetErnaast}
      </Button>
      <p role="status">{failed ? t.mislukt : isBeside && t.ernaast}</p>
    </>
  )
}

async function findAbonnement(): Promise<AbonnementResource | undefined> {
  const abonnementen = (await call('')) as AbonnementResource[]
  return abonnementen.find(({ naam }) => naam === DEMO_ONTVANGER)
}

async function perform(id: string, act: 'pauze' | 'hervatting'): Promise<AbonnementResource> {
  return (await call(`/${id}/${act}`, 'POST')) as AbonnementResource
}

async function call(path: string, method = 'GET'): Promise<unknown> {
  const { token } = (await getJson('/api/zaaksysteem/demo/token')) as { token: string }
  const url = `/api/zaaksysteem/v1/abonnementen${path}`
  const response = await fetch(url, { method, headers: { Authorization: `Bearer ${token}` }, cache: 'no-store' })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json()
}

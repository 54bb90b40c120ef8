-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "status_soort" AS ENUM ('registratie', 'statuswijziging', 'heropening');

-- CreateTable
CREATE TABLE "burger" (
    "id" UUID NOT NULL,
    "bsn_hash" TEXT NOT NULL,
    "live_volgnummer" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "burger_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessie" (
    "id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "verloopt_op" TIMESTAMPTZ(3) NOT NULL,
    "beeindigd_op" TIMESTAMPTZ(3),

    CONSTRAINT "sessie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "zaaktype" (
    "identificatie" TEXT NOT NULL,
    "gegevens" JSONB NOT NULL,

    CONSTRAINT "zaaktype_pkey" PRIMARY KEY ("identificatie")
);

-- CreateTable
CREATE TABLE "zaak" (
    "id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "zaaktype" TEXT NOT NULL,
    "identificatie" TEXT NOT NULL,
    "omschrijving" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "startdatum" DATE NOT NULL,
    "einddatum_gepland" DATE NOT NULL,
    "uiterlijke_einddatum" DATE NOT NULL,
    "einddatum" DATE,
    "statuscode" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "gezien_versie" INTEGER NOT NULL DEFAULT 0,
    "live_volgnummer" INTEGER NOT NULL,
    "bijgewerkt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "zaak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status" (
    "gebeurtenis_id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "soort" "status_soort" NOT NULL,
    "statuscode" TEXT NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "toelichting" TEXT,

    CONSTRAINT "status_pkey" PRIMARY KEY ("gebeurtenis_id")
);

-- CreateTable
CREATE TABLE "ontvangen_gebeurtenis" (
    "source" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT,
    "sequence" INTEGER,
    "body_sha256" TEXT NOT NULL,
    "methode" TEXT NOT NULL,
    "kid" TEXT NOT NULL,
    "ontvangen_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ontvangen_gebeurtenis_pkey" PRIMARY KEY ("source","id")
);

-- CreateTable
CREATE TABLE "ophaalopdracht" (
    "zaak_id" UUID NOT NULL,
    "aanvraag" INTEGER NOT NULL DEFAULT 1,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "volgende_poging" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ophaalopdracht_pkey" PRIMARY KEY ("zaak_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "burger_bsn_hash_key" ON "burger"("bsn_hash");

-- CreateIndex
CREATE INDEX "sessie_verloopt_op_idx" ON "sessie"("verloopt_op");

-- CreateIndex
CREATE INDEX "zaak_burger_id_live_volgnummer_idx" ON "zaak"("burger_id", "live_volgnummer");

-- CreateIndex
CREATE UNIQUE INDEX "status_zaak_id_versie_key" ON "status"("zaak_id", "versie");

-- CreateIndex
CREATE INDEX "ontvangen_gebeurtenis_ontvangen_op_idx" ON "ontvangen_gebeurtenis"("ontvangen_op");

-- CreateIndex
CREATE INDEX "ophaalopdracht_volgende_poging_idx" ON "ophaalopdracht"("volgende_poging");

-- AddForeignKey
ALTER TABLE "sessie" ADD CONSTRAINT "sessie_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zaak" ADD CONSTRAINT "zaak_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zaak" ADD CONSTRAINT "zaak_zaaktype_fkey" FOREIGN KEY ("zaaktype") REFERENCES "zaaktype"("identificatie") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status" ADD CONSTRAINT "status_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

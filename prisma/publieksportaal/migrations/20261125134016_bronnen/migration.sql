-- CreateEnum
CREATE TYPE "bron_status" AS ENUM ('actief', 'ingetrokken');

-- CreateEnum
CREATE TYPE "methode" AS ENUM ('JWT', 'ACCESSTOKEN', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR');

-- CreateEnum
CREATE TYPE "contentmodus" AS ENUM ('structured', 'binary', 'batch');

-- AlterTable
ALTER TABLE "ontvangen_gebeurtenis" ADD COLUMN     "inhoud_sha256" TEXT;

-- CreateTable
CREATE TABLE "bron" (
    "source" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "jwks_url" TEXT NOT NULL,
    "status" "bron_status" NOT NULL,
    "max_per_minuut" INTEGER,
    "wacht_op_geheim_tot" TIMESTAMPTZ(3),
    "verificatie_faalt_sinds" TIMESTAMPTZ(3),
    "verificatie_hersteld_op" TIMESTAMPTZ(3),
    "alarm_gemaild_op" TIMESTAMPTZ(3),
    "bij_tot_sequence" INTEGER,
    "navraag_op" TIMESTAMPTZ(3),
    "gatenlease_tot" TIMESTAMPTZ(3),

    CONSTRAINT "bron_pkey" PRIMARY KEY ("source")
);

-- CreateTable
CREATE TABLE "bezorgwijze" (
    "source" TEXT NOT NULL,
    "methode" "methode" NOT NULL,
    "contentmodus" "contentmodus" NOT NULL,
    "geldig_tot" TIMESTAMPTZ(3),

    CONSTRAINT "bezorgwijze_pkey" PRIMARY KEY ("source","methode","contentmodus")
);

-- CreateTable
CREATE TABLE "bron_geheim" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "methode" "methode" NOT NULL,
    "hash" TEXT,
    "versleuteld" BYTEA,
    "sleutel_id" TEXT,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "vervalt_op" TIMESTAMPTZ(3),

    CONSTRAINT "bron_geheim_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bron_geheim_source_idx" ON "bron_geheim"("source");

-- CreateIndex
CREATE INDEX "ontvangen_gebeurtenis_source_sequence_idx" ON "ontvangen_gebeurtenis"("source", "sequence");

-- AddForeignKey
ALTER TABLE "bezorgwijze" ADD CONSTRAINT "bezorgwijze_source_fkey" FOREIGN KEY ("source") REFERENCES "bron"("source") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bron_geheim" ADD CONSTRAINT "bron_geheim_source_fkey" FOREIGN KEY ("source") REFERENCES "bron"("source") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "afwijzing" (
    "id" UUID NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "geclaimde_bron" TEXT,
    "bewezen_bron" TEXT,
    "reden" TEXT NOT NULL,
    "code" TEXT,
    "http_status" INTEGER NOT NULL,
    "grootte_bytes" INTEGER NOT NULL,

    CONSTRAINT "afwijzing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "afwijzing_telling" (
    "minuut" TIMESTAMPTZ(3) NOT NULL,
    "reden" TEXT NOT NULL,
    "bron" TEXT NOT NULL,
    "aantal" INTEGER NOT NULL,
    "laatste_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "afwijzing_telling_pkey" PRIMARY KEY ("minuut","reden","bron")
);

-- CreateTable
CREATE TABLE "beheersessie" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "verloopt_op" TIMESTAMPTZ(3) NOT NULL,
    "beeindigd_op" TIMESTAMPTZ(3),

    CONSTRAINT "beheersessie_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "afwijzing_tijdstip_id_idx" ON "afwijzing"("tijdstip", "id");

-- CreateIndex
CREATE INDEX "beheersessie_verloopt_op_idx" ON "beheersessie"("verloopt_op");

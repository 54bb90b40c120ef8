-- AlterTable
ALTER TABLE "burger" ADD COLUMN     "push_termijnen" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "push_voortgang" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "apparaat" (
    "id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "endpoint_hash" TEXT NOT NULL,
    "versleuteld" BYTEA NOT NULL,
    "sleutel_id" TEXT NOT NULL,
    "naam" TEXT,
    "taal" "mailtaal" NOT NULL,
    "toegevoegd_op" TIMESTAMPTZ(3) NOT NULL,
    "laatst_gelukt_op" TIMESTAMPTZ(3),

    CONSTRAINT "apparaat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "uitgaande_push" (
    "id" UUID NOT NULL,
    "apparaat_id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "van_versie" INTEGER NOT NULL,
    "aanvraag" INTEGER NOT NULL DEFAULT 1,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "volgende_poging" TIMESTAMPTZ(3) NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "uitgaande_push_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "apparaat_endpoint_hash_key" ON "apparaat"("endpoint_hash");

-- CreateIndex
CREATE INDEX "apparaat_burger_id_idx" ON "apparaat"("burger_id");

-- CreateIndex
CREATE INDEX "apparaat_sleutel_id_id_idx" ON "apparaat"("sleutel_id", "id");

-- CreateIndex
CREATE INDEX "uitgaande_push_zaak_id_idx" ON "uitgaande_push"("zaak_id");

-- CreateIndex
CREATE INDEX "uitgaande_push_volgende_poging_idx" ON "uitgaande_push"("volgende_poging");

-- CreateIndex
CREATE UNIQUE INDEX "uitgaande_push_apparaat_id_zaak_id_key" ON "uitgaande_push"("apparaat_id", "zaak_id");

-- AddForeignKey
ALTER TABLE "apparaat" ADD CONSTRAINT "apparaat_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uitgaande_push" ADD CONSTRAINT "uitgaande_push_apparaat_id_fkey" FOREIGN KEY ("apparaat_id") REFERENCES "apparaat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uitgaande_push" ADD CONSTRAINT "uitgaande_push_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

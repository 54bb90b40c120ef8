-- CreateEnum
CREATE TYPE "verwijdergrond" AS ENUM ('vergissing', 'bewaartermijn');

-- DropForeignKey
ALTER TABLE "gebeurtenis" DROP CONSTRAINT "gebeurtenis_zaak_id_fkey";

-- CreateTable
CREATE TABLE "verwijderde_zaak" (
    "id" UUID NOT NULL,
    "identificatie" TEXT NOT NULL,
    "zaaktype" TEXT NOT NULL,
    "verwijderd_op" TIMESTAMPTZ(3) NOT NULL,
    "grond" "verwijdergrond" NOT NULL,
    "door_id" UUID,
    "door_client" TEXT,

    CONSTRAINT "verwijderde_zaak_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "verwijderde_zaak_identificatie_key" ON "verwijderde_zaak"("identificatie");

-- AddForeignKey
ALTER TABLE "verwijderde_zaak" ADD CONSTRAINT "verwijderde_zaak_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

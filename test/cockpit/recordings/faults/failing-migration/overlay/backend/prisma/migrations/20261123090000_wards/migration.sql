-- Fails on purpose, in its last statement: the column is called ward_code. PostgreSQL takes back what went before.
-- CreateTable
CREATE TABLE "wards" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "wards_pkey" PRIMARY KEY ("code")
);

-- AlterTable
ALTER TABLE "appointments" ADD COLUMN "ward_code" TEXT;

-- CreateIndex
CREATE INDEX "appointments_ward_id_idx" ON "appointments"("ward_id");

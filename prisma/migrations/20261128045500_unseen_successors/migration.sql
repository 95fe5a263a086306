-- Every request asks whether a replacement token of its session has not arrived yet: at most a few rows, however many
-- tokens a session has had.
CREATE INDEX "RetiredToken_unseen" ON "RetiredToken" ("sessionId") WHERE "successorSeenAt" IS NULL;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- The record, and what the arbiter keeps beside it. Only functions of the owner write here.
set local role fireline_owner;

-- One row for each incident: head of its chain, and what is judged by. Every append holds its lock, so that the order of
-- commits is the order of seq.
create table fireline.incident (
    id uuid primary key,
    number bigint generated always as identity,
    created_by text not null,
    adopting text, -- the login that is still taking its file over
    head_seq bigint not null default 0,
    head_hash bytea not null default decode(repeat('00', 32), 'hex'),
    private boolean not null default false,
    declarer text not null default '',
    term int not null default 0,
    title text not null default '',
    process text not null default '',
    severity text not null default '',
    phase text not null default '',
    flags text[] not null default '{}',
    state text not null default 'open',
    declared_us bigint not null default 0,
    holders jsonb not null default '[]', -- [[role, person], …]
    offer jsonb,                         -- {role, from, to}
    overrides jsonb not null default '{}', -- given and not used, by rule
    authority jsonb not null default '{}'
) with (fillfactor = 50);

create table fireline.member (
    incident uuid not null references fireline.incident on delete cascade,
    person text not null,
    word text not null, -- the name as it is compared
    granted_by text not null,
    at_us bigint not null,
    primary key (incident, word)
);

create table fireline.event (
    incident uuid not null references fireline.incident,
    seq bigint not null, -- dense from 1
    id text not null,
    type text not null,
    occurred_us bigint not null,
    recorded_us bigint not null,
    hlc text not null,
    recorded_by text not null,
    device text not null,
    device_seq bigint not null,
    prev_hash bytea not null,
    payload text not null, -- the author's bytes. jsonb would order and spell them otherwise
    hash bytea not null,
    login text not null,
    adopted boolean not null,
    authority text,
    received_us bigint not null,
    chain_hash bytea not null,
    primary key (incident, seq),
    unique (incident, id)
);

-- Whose a device is: of the login that first appended with it.
create table fireline.device (
    device text primary key,
    login text not null,
    bound_at timestamptz not null default clock_timestamp()
);

-- How far each device's chain goes in an incident, refused events included.
create table fireline.device_head (
    incident uuid not null,
    device text not null,
    device_seq bigint not null,
    hash bytea not null,
    primary key (incident, device)
);

-- What was refused is evidence too. `stored`: an event whose device's chain goes on behind it; else an attempt.
create table fireline.rejection (
    n bigint generated always as identity primary key,
    incident uuid not null,
    id text not null,
    type text not null,
    device text not null,
    device_seq bigint not null,
    reason text not null,
    rule text not null,
    stored boolean not null,
    login text not null,
    hash text not null,
    payload text not null,
    envelope jsonb not null,
    at_us bigint not null,
    head_seq bigint not null,
    unique (incident, login, id, hash, reason)
);

-- What can be approved, and who did. By login, for the content it had.
create table fireline.paper (
    incident uuid not null references fireline.incident on delete cascade,
    id text not null,
    is_change boolean not null,
    author text not null,
    hash text not null,
    audience text not null default '',
    asked boolean not null default false,
    queued_hash text not null default '',
    kind text not null default '',
    risk text not null default '',
    staged text not null default '',
    primary key (incident, id)
);

create table fireline.consent (
    incident uuid not null,
    paper text not null,
    login text not null,
    hash text not null,
    primary key (incident, paper, login, hash),
    foreign key (incident, paper) references fireline.paper on delete cascade
);

create table fireline.blob (
    incident uuid not null references fireline.incident,
    sha256 text not null,
    bytes bytea not null check (octet_length(bytes) <= 16777216),
    login text not null,
    at_us bigint not null,
    primary key (incident, sha256)
);

-- Every type of event that the arbiter knows: the act it is, and its fields as "name:type" (models/domain/state/eventtypes.cpp).
create table fireline.event_type (
    type text primary key,
    act text not null,
    fields text not null
);
insert into fireline.event_type (type, act, fields) values
    ('incident.declared', 'declare', 'title:s process:s processHash:s processText:s severity:s? source:s? detectedBy:s? class:s? service:s? drill:b? private:b? fields:o?'),
    ('incident.withdrawn', 'withdraw', 'why:s'),
    ('incident.confirmed', 'confirm', 'real:b why:s?'),
    ('incident.begun', 'begin', 'gates:a?'),
    ('role.taken', 'claim', 'role:s person:s how:s?'),
    ('role.assigned', 'role.assign', 'role:s person:s note:s?'),
    ('role.left', 'role.assign', 'role:s person:s'),
    ('severity.set', 'severity.set', 'from:s to:s why:s?'),
    ('phase.moved', 'phase.move', 'from:s to:s why:s?'),
    ('impact.stated', 'entry.post', 'field:s value:s atUs:i? source:s?'),
    ('flag.set', 'flag.set', 'flag:s why:s?'),
    ('flag.cleared', 'flag.set', 'flag:s why:s?'),
    ('alert.fired', '', 'name:s fingerprint:s labels:o startsAtUs:i? source:s?'),
    ('alert.acknowledged', '', 'alert:s'),
    ('alert.silenced', '', 'alert:s why:s?'),
    ('alert.cleared', '', 'alert:s'),
    ('report.received', '', 'text:s fields:o'),
    ('entry.posted', 'entry.post', 'kind:s text:s tags:a? flags:a? fields:o? imported:o?'),
    ('field.set', '', 'fields:o'),
    ('order.given', 'order.give', 'owner:s text:s ask:b? timer:b? dueUs:i? fields:o? forms:a?'),
    ('order.acknowledged', 'order.ack', 'order:s'),
    ('order.done', '', 'order:s result:s?'),
    ('order.failed', '', 'order:s why:s?'),
    ('order.extended', '', 'order:s dueUs:i'),
    ('order.cancelled', '', 'order:s why:s?'),
    ('hypothesis.proposed', '', 'text:s'),
    ('hypothesis.testing', '', 'hypothesis:s how:s? entry:s?'),
    ('hypothesis.confirmed', 'hypothesis.verify', 'hypothesis:s evidence:s? entry:s?'),
    ('hypothesis.ruledOut', 'hypothesis.verify', 'hypothesis:s why:s? entry:s?'),
    ('change.proposed', 'change.propose', 'text:s kind:s risk:s staged:b hash:s fields:o?'),
    ('change.approved', 'change.approve', 'change:s hash:s'),
    ('change.refused', '', 'change:s why:s?'),
    ('change.executed', 'change.execute', 'change:s'),
    ('change.verified', 'change.verify', 'change:s result:s?'),
    ('change.breached', '', 'change:s text:s'),
    ('rule.breached', '', 'rule:s text:s'),
    ('mitigation.applied', 'mitigation.apply', 'option:s text:s hypothesis:s? temporary:b? fields:o?'),
    ('mitigation.judged', '', 'mitigation:s result:s'),
    ('decision.made', 'decision.make', 'text:s revisitUs:i? replaces:s? poll:s? irreversible:b?'),
    ('poll.opened', '', 'text:s asked:a? dueUs:i?'),
    ('poll.answered', '', 'poll:s ok:b why:s?'),
    ('poll.closed', '', 'poll:s'),
    ('update.drafted', 'update.draft', 'target:s audience:s state:s fields:o free:s? text:s hash:s nextUpdateUs:i? posted:b? forms:a?'),
    ('update.edited', '', 'update:s fields:o free:s? text:s hash:s state:s? nextUpdateUs:i? forms:a?'),
    ('update.approvalAsked', '', 'update:s'),
    ('update.approved', '', 'update:s hash:s'),
    ('update.queued', '', 'update:s via:s hash:s'),
    ('update.sent', 'update.send', 'update:s via:s hash:s'),
    ('update.unknown', '', 'update:s why:s?'),
    ('update.failed', '', 'update:s why:s?'),
    ('cadence.set', '', 'item:s everyUs:i'),
    ('clock.snoozed', '', 'clock:s untilUs:i why:s'),
    ('checkin.made', '', 'who:a text:s?'),
    ('page.asked', '', 'who:a why:s?'),
    ('page.done', 'page.send', 'who:a how:s why:s?'),
    ('notify.done', 'notify.send', 'who:a text:s?'),
    ('rung.taken', '', 'ladder:s rung:i anchorUs:i item:s?'),
    ('rung.answered', '', 'ladder:s rung:i anchorUs:i item:s? text:s?'),
    ('rung.skipped', '', 'ladder:s rung:i anchorUs:i item:s? why:s'),
    ('handover.offered', 'handover.offer', 'role:s from:s to:s'),
    ('handover.able', '', 'role:s'),
    ('handover.shadowing', '', 'role:s'),
    ('handover.sitrep', '', 'role:s text:s fields:o?'),
    ('handover.announced', '', 'role:s say:s?'),
    ('handover.accepted', 'handover.accept', 'role:s from:s to:s say:s?'),
    ('handover.declined', '', 'role:s why:s?'),
    ('handover.expired', '', 'role:s'),
    ('command.takenOver', 'takeover', 'role:s from:s to:s why:s'),
    ('list.started', '', 'list:s'),
    ('item.checked', '', 'list:s item:i text:s? system:s? step:s?'),
    ('item.unchecked', '', 'list:s item:i system:s? step:s?'),
    ('item.skipped', '', 'list:s item:i why:s step:s?'),
    ('gate.confirmed', '', 'gate:s item:i why:s system:s?'),
    ('rule.overridden', '', 'rule:s why:s'),
    ('finding.rootCause', '', 'fields:o forms:a?'),
    ('incident.resolved', 'resolve', 'text:s?'),
    ('incident.reopened', 'reopen', 'why:s?'),
    ('incident.closed', 'close', 'text:s?'),
    ('entry.corrected', '', 'entry:s field:s old:s new:s why:s?'),
    ('entry.retimed', '', 'entry:s fromUs:i toUs:i why:s?'),
    ('entry.retracted', 'entry.retract', 'entry:s why:s'),
    ('entry.restored', '', 'entry:s why:s?'),
    ('entry.pinned', '', 'entry:s'),
    ('entry.tagged', '', 'entry:s tag:s'),
    ('attachment.added', '', 'sha256:s name:s bytes:i text:s?'),
    ('review.edited', '', 'review:s sections:o fields:o?'),
    ('why.added', '', 'text:s'),
    ('factor.added', '', 'text:s'),
    ('actionItem.added', '', 'text:s fields:o'),
    ('actionItem.edited', '', 'item:s fields:o'),
    ('actionItem.done', 'action_item.close', 'item:s text:s?'),
    ('review.scheduled', '', 'review:s atUs:i'),
    ('review.held', 'review.hold', 'review:s who:a fields:o?'),
    ('review.closed', 'review.close', 'review:s'),
    ('drill.held', 'drill.hold', 'drill:s'),
    ('process.reviewed', 'process.review', 'text:s?'),
    ('system.did', '', 'system:s thing:s outcome:s byHand:b?'),
    ('process.adopted', '', 'process:s processHash:s processText:s why:s'),
    ('incident.restricted', '', 'members:a why:s?'),
    ('member.added', '', 'person:s why:s?'),
    ('member.removed', '', 'person:s why:s?');

-- Even a superuser has to lay hands on the trigger before a row of the record changes.
create function fireline.never_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'fireline: % on % is not allowed, the record is only added to', tg_op, tg_table_name using errcode = '42501';
end $$;
create trigger never_changed before update or delete on fireline.event for each row execute function fireline.never_changed();
create trigger never_emptied before truncate on fireline.event for each statement execute function fireline.never_changed();
create trigger never_changed before update or delete on fireline.rejection for each row execute function fireline.never_changed();
create trigger never_emptied before truncate on fireline.rejection for each statement execute function fireline.never_changed();

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Taking events in: one transaction, one incident, a verdict for each event.
set local role fireline_owner;

-- Whether a login may know of an incident. Auditors see all; while a file is being taken over nobody else sees it.
create function fireline.may_see(i fireline.incident, login text) returns boolean
    language sql stable
    return (i.adopting is null or i.adopting = login)
        and (fireline.is_member(i, login) or pg_has_role(login::name, 'fireline_auditor', 'member'));

-- Whether the envelope is one at all: fields there, of their types, hashes of 32 bytes, ids in their one spelling.
create function fireline.is_well_formed(e jsonb) returns boolean
    language sql immutable
    return coalesce(jsonb_typeof(e) = 'object'
        and fireline.str(e, 'id') ~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'
        and char_length(fireline.str(e, 'type')) between 1 and 100
        and char_length(fireline.str(e, 'recordedBy')) between 1 and 200
        and char_length(fireline.str(e, 'device')) between 1 and 100
        and fireline.str(e, 'hlc') ~ '^[0-9a-f]{16}-[0-9a-f]{8}$'
        and fireline.str(e, 'prevHash') ~ '^[0-9a-f]{64}$' and fireline.str(e, 'hash') ~ '^[0-9a-f]{64}$'
        and jsonb_typeof(e -> 'payload') = 'string'
        and jsonb_typeof(e -> 'occurredUs') = 'number' and e ->> 'occurredUs' ~ '^-?[0-9]{1,18}$'
        and jsonb_typeof(e -> 'recordedUs') = 'number' and e ->> 'recordedUs' ~ '^-?[0-9]{1,18}$'
        and jsonb_typeof(e -> 'deviceSeq') = 'number' and e ->> 'deviceSeq' ~ '^[1-9][0-9]{0,17}$', false);

-- Writes down what was refused. The same attempt is kept once.
create function fireline.refuse(incident uuid, e jsonb, reason text, rule text, stored boolean, login text, head_seq bigint) returns void
    language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
    insert into fireline.rejection (incident, id, type, device, device_seq, reason, rule, stored, login, hash, payload, envelope, at_us, head_seq)
        values (incident, left(fireline.str(e, 'id'), 100), left(fireline.str(e, 'type'), 100), left(fireline.str(e, 'device'), 100),
                case when fireline.is_well_formed(e) then (e ->> 'deviceSeq')::bigint else 0 end, reason, coalesce(rule, ''), stored, login,
                left(fireline.str(e, 'hash'), 100), fireline.str(e, 'payload'), case when jsonb_typeof(e) = 'object' then e - 'payload' else e end,
                fireline.now_us(), head_seq)
        on conflict do nothing;
end $$;

-- The verdict on one event; `i` comes back with what has changed.
create function fireline.take(inout i fireline.incident, e jsonb, adopts boolean, exists_already boolean, me text, out verdict text,
                              out seq bigint, out reason text, out rule text, out chain bytea)
    language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
    known record;
    head record;
    given bytea;
    p jsonb;
    tab jsonb;
    passed text[] := '{}';
    received bigint;
    stored boolean := false;
begin
    verdict := 'rejected';
    if not fireline.is_well_formed(e) then
        reason := 'malformed';
        perform fireline.refuse(i.id, e, reason, rule, stored, me, i.head_seq);
        return;
    end if;
    given := decode(e ->> 'hash', 'hex');
    select t.seq, t.hash, t.chain_hash into known from fireline.event t where t.incident = i.id and t.id = e ->> 'id';
    if found and known.hash = given then
        verdict := 'duplicate';
        seq := known.seq;
        chain := known.chain_hash;
        return;
    elsif found then
        reason := 'id-reused';
    elsif exists_already then
        reason := 'adopted';
    elsif given <> fireline.content_hash(e ->> 'id', i.id::text, e ->> 'type', e ->> 'recordedBy', e ->> 'device',
            (e ->> 'deviceSeq')::bigint, decode(e ->> 'prevHash', 'hex'), e ->> 'hlc', (e ->> 'occurredUs')::bigint,
            (e ->> 'recordedUs')::bigint, e ->> 'payload') then
        reason := 'hash';
    end if;
    if reason is null then
        select r.reason, r.rule into known from fireline.rejection r
            where r.incident = i.id and r.id = e ->> 'id' and r.login = me and r.hash = e ->> 'hash' and r.stored;
        if found then
            reason := known.reason;
            rule := nullif(known.rule, '');
            return;
        end if;
        if not adopts then
            insert into fireline.device (device, login) values (e ->> 'device', me) on conflict do nothing;
            if not exists (select 1 from fireline.device d where d.device = e ->> 'device' and d.login = me) then
                reason := 'device';
            end if;
        end if;
    end if;
    if reason is null then
        select h.device_seq, h.hash into head from fireline.device_head h where h.incident = i.id and h.device = e ->> 'device';
        if (e ->> 'deviceSeq')::bigint > coalesce(head.device_seq, 0) + 1 then
            verdict := 'retry';
            reason := 'gap';
            seq := coalesce(head.device_seq, 0);
            return;
        elsif (e ->> 'deviceSeq')::bigint <= coalesce(head.device_seq, 0)
            or decode(e ->> 'prevHash', 'hex') <> coalesce(head.hash, decode(repeat('00', 32), 'hex')) then
            reason := 'fork';
        end if;
    end if;
    if reason is not null then
        perform fireline.refuse(i.id, e, reason, rule, stored, me, i.head_seq);
        return;
    end if;

    -- From here on the device's chain goes on, whatever the verdict is.
    stored := true;
    insert into fireline.device_head (incident, device, device_seq, hash) values (i.id, e ->> 'device', (e ->> 'deviceSeq')::bigint, given)
        on conflict (incident, device) do update set device_seq = excluded.device_seq, hash = excluded.hash;
    p := fireline.read_canonical(e ->> 'payload');
    if p is null then
        reason := 'payload';
    elsif fireline.str(e, 'refusedFor') <> '' then
        -- Refused by this server before it was taken back in time: what everybody saw then stays so.
        reason := left(fireline.str(e, 'refusedFor'), 100);
    elsif adopts then
        if (e ->> 'type' = 'incident.declared') = (i.head_seq > 0) or (i.head_seq = 0 and not fireline.is_sound(e ->> 'type', p)) then
            reason := case when i.head_seq > 0 then 'declared' else 'not-declared' end;
        elsif e ->> 'type' in ('incident.declared', 'process.adopted') and fireline.is_sound(e ->> 'type', p) then
            tab := fireline.table_of(p, fireline.str(e, 'authority'));
            reason := case when tab is null then 'authority' end;
        end if;
    else
        select j.reason, j.rule, j.passed, j.tab into reason, rule, passed, tab
            from fireline.judge(i, e ->> 'type', p, e ->> 'recordedBy', me, fireline.str(e, 'authority')) j;
    end if;
    if reason is not null then
        perform fireline.refuse(i.id, e, reason, rule, stored, me, i.head_seq);
        return;
    end if;

    i := fireline.fold(i, e ->> 'id', e ->> 'type', p, e ->> 'recordedBy', (e ->> 'occurredUs')::bigint, me, adopts, passed, tab);
    received := fireline.now_us();
    i.head_seq := i.head_seq + 1;
    i.head_hash := fireline.chain_hash(i.head_seq, i.head_hash, given, me, adopts, received,
        case when tab is not null then e ->> 'authority' end);
    insert into fireline.event (incident, seq, id, type, occurred_us, recorded_us, hlc, recorded_by, device, device_seq, prev_hash, payload,
                                hash, login, adopted, authority, received_us, chain_hash)
        values (i.id, i.head_seq, e ->> 'id', e ->> 'type', (e ->> 'occurredUs')::bigint, (e ->> 'recordedUs')::bigint, e ->> 'hlc',
                e ->> 'recordedBy', e ->> 'device', (e ->> 'deviceSeq')::bigint, decode(e ->> 'prevHash', 'hex'), e ->> 'payload', given, me,
                adopts, case when tab is not null then e ->> 'authority' end, received, i.head_hash);
    verdict := 'accepted';
    seq := i.head_seq;
    chain := i.head_hash;
end $$;

create function fireline.push(p_incident uuid, p_events jsonb, p_adopts boolean, p_last boolean)
    returns table (id text, verdict text, seq bigint, reason text, rule text, chain_hash bytea)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    me text := session_user;
    i fireline.incident;
    e jsonb;
    r record;
    before bigint;
    is_there boolean;
    sees boolean;
begin
    if not pg_has_role(session_user, 'fireline_responder', 'member') then
        raise exception 'fireline: only a responder writes' using errcode = '42501';
    end if;
    if jsonb_typeof(p_events) is distinct from 'array' or jsonb_array_length(p_events) not between 1 and 500 then
        raise exception 'fireline: 1 to 500 events in one call' using errcode = '22023';
    end if;
    if p_incident is null then
        raise exception 'fireline: no incident is named' using errcode = '22023';
    end if;
    select * into i from fireline.incident t where t.id = p_incident and fireline.may_see(t, me);
    sees := found;
    if not sees and fireline.str(p_events -> 0, 'type') = 'incident.declared' then
        insert into fireline.incident (id, created_by, adopting) values (p_incident, me, case when p_adopts then me end) on conflict do nothing;
        sees := found;
    end if;
    -- The lock that makes the order of commits the order of seq; only for who may see it, or an outsider could hold it.
    if sees then
        select * into i from fireline.incident t where t.id = p_incident for no key update;
        sees := found and fireline.may_see(i, me);
    end if;
    -- What may not be seen is as what is not there.
    if not sees then
        for e in select value from jsonb_array_elements(p_events) loop
            perform fireline.refuse(p_incident, e, 'no-such-incident', null, false, me, 0);
            return query select fireline.str(e, 'id'), 'rejected', null::bigint, 'no-such-incident', null::text, null::bytea;
        end loop;
        return;
    end if;
    if i.adopting is not null and not p_adopts then
        return query select fireline.str(value, 'id'), 'retry', null::bigint, 'adopting', null::text, null::bytea
            from jsonb_array_elements(p_events);
        return;
    end if;
    before := i.head_seq;
    is_there := p_adopts and i.adopting is null;
    for e in select value from jsonb_array_elements(p_events) loop
        select * into r from fireline.take(i, e, p_adopts, is_there, me);
        i := r.i;
        return query select fireline.str(e, 'id'), r.verdict, r.seq, r.reason, r.rule, r.chain;
    end loop;
    if i.head_seq = 0 then
        delete from fireline.incident t where t.id = i.id;
    elsif i.head_seq > before or (p_adopts and p_last and i.adopting is not null) then
        update fireline.incident t set adopting = case when p_adopts and p_last then null else i.adopting end, head_seq = i.head_seq,
            head_hash = i.head_hash, private = i.private, declarer = i.declarer, term = i.term, title = i.title, process = i.process,
            severity = i.severity, phase = i.phase, flags = i.flags, state = i.state, declared_us = i.declared_us, holders = i.holders,
            offer = i.offer, overrides = i.overrides, authority = i.authority where t.id = i.id;
    end if;
end $$;

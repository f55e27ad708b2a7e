-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose a device's chain is, and lists that stay short.
set local role fireline_owner;

-- A chain belongs to the incident it is in, and there to who began it; in an adopted file to who recorded it. That somebody names a
-- device elsewhere, or out of turn, binds nothing.
alter table fireline.device_head add column login text not null default '';
update fireline.device_head h set login = d.login from fireline.device d where d.device = h.device;
alter table fireline.device_head alter column login drop default;
drop table fireline.device;

-- The verdict on one event; `i` comes back with what has changed. As before, but for whose a chain is.
create or replace function fireline.take(inout i fireline.incident, e jsonb, adopts boolean, exists_already boolean, me text, out verdict text,
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
        select h.device_seq, h.hash, h.login into head from fireline.device_head h where h.incident = i.id and h.device = e ->> 'device';
        if not adopts and head.login <> '' and fireline.word(head.login) <> fireline.word(me) then
            reason := 'device';
        elsif (e ->> 'deviceSeq')::bigint > coalesce(head.device_seq, 0) + 1 then
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
    insert into fireline.device_head (incident, device, device_seq, hash, login)
        values (i.id, e ->> 'device', (e ->> 'deviceSeq')::bigint, given, case when adopts then e ->> 'recordedBy' else me end)
        on conflict (incident, device) do update set device_seq = excluded.device_seq, hash = excluded.hash, login = excluded.login;
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

-- What a window asks for all day is looked up, and not found by going through everything there ever was.
create unique index incident_number on fireline.incident (number);
create index incident_open on fireline.incident (number) where state = 'open';

-- These incidents, or none named: the open ones and the newest.
drop function fireline_api.heads();
create function fireline_api.heads(p_only uuid[] default null)
    returns table (incident uuid, number bigint, head_seq bigint, head_hash bytea, term int, private boolean, title text, process text,
                   severity text, phase text, state text, declared_us bigint)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select i.id, i.number, i.head_seq, i.head_hash, i.term, i.private, i.title, i.process, i.severity, i.phase, i.state, i.declared_us
    from fireline.incident i where i.id in (
        select t.id from fireline.incident t where t.id = any (p_only) and fireline.may_see(t, session_user::text)
        union
        (select t.id from fireline.incident t where p_only is null and t.state = 'open' and fireline.may_see(t, session_user::text)
         order by t.number desc limit 500)
        union
        (select t.id from fireline.incident t where p_only is null and fireline.may_see(t, session_user::text)
         order by t.number desc limit 200))
    order by i.number $$;

create or replace function fireline_api.pull(p_incident uuid, p_after bigint, p_most int default 500)
    returns table (seq bigint, id text, type text, occurred_us bigint, recorded_us bigint, hlc text, recorded_by text, device text,
                   device_seq bigint, prev_hash bytea, payload text, hash bytea, login text, adopted boolean, authority text,
                   received_us bigint, chain_hash bytea)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select e.seq, e.id, e.type, e.occurred_us, e.recorded_us, e.hlc, e.recorded_by, e.device, e.device_seq, e.prev_hash, e.payload, e.hash,
        e.login, e.adopted, e.authority, e.received_us, e.chain_hash
    from fireline.event e
    where e.incident = p_incident and e.seq > p_after
        and exists (select 1 from fireline.incident i where i.id = p_incident and fireline.may_see(i, session_user::text))
    order by e.seq limit least(p_most, 1000) $$;

grant execute on function fireline_api.heads(uuid[]) to fireline_responder, fireline_observer, fireline_auditor;

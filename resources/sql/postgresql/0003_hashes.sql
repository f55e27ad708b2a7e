-- SPDX-License-Identifier: GPL-3.0-or-later
-- The hashes and the one spelling of JSON, as the consoles compute them (models/domain/core).
set local role fireline_owner;

-- A body after RETURN or BEGIN ATOMIC is bound to what it names when it is made, so that no search_path can lead it astray, and it can
-- be written into the query that calls it. Every other function has its search_path pinned.

-- Names and words are compared without regard to ASCII case, whatever the locale of the database is.
create function fireline.word(t text) returns text
    language sql immutable parallel safe
    return translate(t, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz');

create function fireline.now_us() returns bigint
    language sql volatile
    return (extract(epoch from clock_timestamp()) * 1000000)::bigint;

-- Each field of a hash is written as "length:bytes" and a line feed, so that two neighbours are never read as one another. The database
-- is in UTF-8, so the bytes of a text are those that the consoles hash.
create function fireline.content_hash(id text, incident text, type text, recorded_by text, device text, device_seq bigint,
                                      prev_hash bytea, hlc text, occurred_us bigint, recorded_us bigint, payload text) returns bytea
    language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
    return sha256(convert_to(concat(E'fireline/event/v1\n', octet_length(id), ':', id, E'\n', octet_length(incident), ':', incident, E'\n',
            octet_length(type), ':', type, E'\n', octet_length(recorded_by), ':', recorded_by, E'\n', octet_length(device), ':', device, E'\n',
            octet_length(device_seq::text), ':', device_seq, E'\n', octet_length(prev_hash), ':'), 'UTF8')
        || prev_hash
        || convert_to(concat(E'\n', octet_length(hlc), ':', hlc, E'\n', octet_length(occurred_us::text), ':', occurred_us, E'\n',
            octet_length(recorded_us::text), ':', recorded_us, E'\n32:'), 'UTF8')
        || sha256(convert_to(payload, 'UTF8')) || '\x0a'::bytea);
end $$;

create function fireline.chain_hash(seq bigint, before bytea, hash bytea, login text, adopted boolean, received_us bigint,
                                    authority text) returns bytea
    language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
    return sha256(convert_to(concat(E'fireline/chain/v1\n', octet_length(seq::text), ':', seq, E'\n', octet_length(before), ':'), 'UTF8')
        || before || convert_to(concat(E'\n', octet_length(hash), ':'), 'UTF8') || hash
        || convert_to(concat(E'\n', octet_length(login), ':', login, E'\n1:', case when adopted then '1' else '0' end, E'\n',
            octet_length(received_us::text), ':', received_us, E'\n'), 'UTF8')
        || case when coalesce(authority, '') = '' then convert_to(E'0:\n', 'UTF8')
                else convert_to('32:', 'UTF8') || sha256(convert_to(authority, 'UTF8')) || '\x0a'::bytea end);
end $$;

-- Keys are sorted by UTF-16 units. For text of the basic plane that is the order of UTF-8 bytes; characters beyond it come in
-- UTF-16 as surrogates, which lie before U+E000.
create function fireline.key_order(k text) returns bytea
    language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    sorted bytea := '';
    c text;
begin
    if octet_length(k) = char_length(k) or k !~ '[\U00010000-\U0010ffff]' then
        return convert_to(k, 'UTF8');
    end if;
    foreach c in array regexp_split_to_array(k, '') loop
        sorted := sorted || case when ascii(c) < 65536 then convert_to(c, 'UTF8')
            else '\xeda0'::bytea || convert_to(lpad(to_hex(ascii(c)), 6, '0'), 'UTF8') end;
    end loop;
    return sorted;
end $$;

-- The canonical spelling of a value; null where it has none (fractions, numbers beyond 2^53, too deep).
create function fireline.canonical(j jsonb, depth int) returns text
    language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    kind text := jsonb_typeof(j);
    plain text;
    parts text[];
begin
    if depth > 64 then
        return null;
    end if;
    case kind
    when 'object' then
        select array_agg(to_jsonb(key)::text || ':' || case when jsonb_typeof(value) in ('string', 'boolean', 'null') and depth < 64
                then value::text else fireline.canonical(value, depth + 1) end order by fireline.key_order(key))
            into parts from jsonb_each(j);
        if array_position(parts, null) is not null then
            return null;
        end if;
        return '{' || coalesce(array_to_string(parts, ','), '') || '}';
    when 'array' then
        select array_agg(fireline.canonical(value, depth + 1) order by n) into parts
            from jsonb_array_elements(j) with ordinality as t(value, n);
        if array_position(parts, null) is not null then
            return null;
        end if;
        return '[' || coalesce(array_to_string(parts, ','), '') || ']';
    when 'number' then
        plain := j::text;
        if plain !~ '^(0|-?[1-9][0-9]{0,15})$' or abs(plain::numeric) > 9007199254740991 then
            return null;
        end if;
        return plain;
    else
        return j::text;
    end case;
end $$;

-- The object that canonical bytes stand for; null when they are not canonical.
create function fireline.read_canonical(t text) returns jsonb
    language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    j jsonb;
begin
    if octet_length(t) > 4194304 then
        return null;
    end if;
    j := t::jsonb;
    if jsonb_typeof(j) <> 'object' or fireline.canonical(j, 1) is distinct from t then
        return null;
    end if;
    return j;
exception when data_exception or statement_too_complex or program_limit_exceeded then
    return null;
end $$;

-- What is in a JSON value, or nothing: whoever made it may have meant something else.
create function fireline.str(p jsonb, key text) returns text
    language sql immutable parallel safe
    return case when jsonb_typeof(p -> key) = 'string' then p ->> key else '' end;
create function fireline.items(p jsonb) returns setof jsonb
    language sql immutable parallel safe
    begin atomic
        select value from jsonb_array_elements(case when jsonb_typeof(p) = 'array' then p else '[]'::jsonb end);
    end;
create function fireline.strings(p jsonb) returns text[]
    language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
    if jsonb_typeof(p) is distinct from 'array' then
        return '{}';
    end if;
    return array(select case when jsonb_typeof(v) = 'string' then v #>> '{}' else '' end from jsonb_array_elements(p) v);
end $$;
create function fireline.is_true(p jsonb, key text) returns boolean
    language sql immutable parallel safe
    return coalesce(p -> key = 'true'::jsonb, false);

#!/usr/bin/env python3
"""Make units.csv and successors.csv: Vietnam's administrative units, each with the time in which it was valid.

    python3 Config/gazetteer/derive.py [--check] [--wheel FILE]

Needs Python 3.9 or later and nothing else. Reads two things:

* the data files of PyPI vietnamadminunits 1.0.4 (MIT), fetched with pip and compared with a pinned SHA-256. It knows
  the state of 30 June 2025, that of 1 July 2025, and which old unit passed into which new one. None of its code runs;
* hand.csv beside this script: changes that the package lacks, each with its legal basis.

The output depends on these two alone, to the byte. --check writes nothing and fails when the files differ.

units.csv       code,level,type,name,parent,valid_from,valid_to,source
                Sorted by level, code, valid_from. valid_from is the first day, valid_to the day after the last; empty
                means unknown or open. A code alone is no identity: since July 2025 many codes name another unit.
successors.csv  on,level,old,new,default
                On that day unit `old` passed into `new`, wholly or in part; default is 1 for the one that took most
                of it. `old` counts as the unit valid before that day, `new` as the one valid from it on.
"""
import argparse
import csv
import hashlib
import io
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE, VERSION = 'vietnamadminunits', '1.0.4'
WHEEL_SHA256 = '737ee3662e877290386c1c45ed4d71f2e5fae34ab6fb9c64bfb4cb74b216ea35'
REFORM = '2025-07-01'  # Resolution 202/2025/QH15 and 1654-1687/NQ-UBTVQH15: two levels instead of three
LEVELS = ['province', 'district', 'commune']
TYPES = ['Thành phố', 'Thị trấn', 'Thị xã', 'Đặc khu', 'Phường', 'Huyện', 'Quận', 'Tỉnh', 'Xã']
UNIT_COLUMNS = ['code', 'level', 'type', 'name', 'parent', 'valid_from', 'valid_to', 'source']
SUCCESSOR_COLUMNS = ['on', 'level', 'old', 'new', 'default']


def clean(name):
    """NFC, one space between words, the type word in sentence case (the package has 'Thị Xã', 'Thành Phố')."""
    name = ' '.join(unicodedata.normalize('NFC', name or '').replace('’', "'").split())
    for word in TYPES:
        if name.lower().startswith(word.lower() + ' '):
            return word + name[len(word):]
    return name


def type_of(name):
    """The type word that a full name begins with. The package's own column is wrong for four communes."""
    for word in TYPES:
        if name.startswith(word + ' '):
            return word.lower()
    raise ValueError(f'{name}: begins with no type word')


def unit(level, code, name, parent='', valid_from='', valid_to='', source='package'):
    return dict(level=level, code=code, name=name, type=type_of(name), parent=parent, valid_from=valid_from,
                valid_to=valid_to, source=source)


def read_package(wheel):
    """The two tables and the conversion table of the package."""
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'dataset.db'
        path.write_bytes(archive.read(f'{PACKAGE}/data/dataset.db'))
        connection = sqlite3.connect(path)
        connection.row_factory = sqlite3.Row
        old = connection.execute('select * from admin_units_legacy').fetchall()
        new = connection.execute('select * from admin_units').fetchall()
        connection.close()
        conversion = json.loads(archive.read(f'{PACKAGE}/data/converter_2025.json'))
    return old, new, conversion


def units_before_reform(old):
    """Provinces, districts and communes as on 30 June 2025."""
    units = {}
    for row in old:
        province, district, commune = row['provinceCode'], row['districtCode'], row['wardCode']
        units[province] = unit('province', province, clean(row['province']), valid_to=REFORM)
        units[district] = unit('district', district, clean(row['district']), province, valid_to=REFORM)
        if commune:  # five island districts had no communes
            units[commune] = unit('commune', commune, clean(row['ward']), district, valid_to=REFORM)
    return list(units.values())


def units_after_reform(new):
    """Provinces and communes as on 1 July 2025."""
    units = {}
    for row in new:
        province, commune = row['provinceCode'], row['wardCode']
        units[province] = unit('province', province, clean(row['province']), valid_from=REFORM)
        units[commune] = unit('commune', commune, clean(row['ward']), province, valid_from=REFORM)
    return list(units.values())


def reform_successors(old, new, conversion):
    """What passed into what on 1 July 2025. The package joins its tables by slugs, we by codes."""
    new_province = {row['provinceKey']: row['provinceCode'] for row in new}
    new_commune = {(row['provinceKey'], row['wardKey']): row['wardCode'] for row in new}
    old_province = {row['provinceKey']: row['provinceCode'] for row in old}
    heirs = defaultdict(set)
    for province, communes in conversion['DICT_PROVINCE_WARD_NO_DIVIDED'].items():
        for commune, formers in communes.items():
            for former in formers:
                heirs[former].add((new_commune[province, commune], 1))
    for province, formers in conversion['DICT_PROVINCE_WARD_DIVIDED'].items():
        for former, candidates in formers.items():
            for candidate in candidates:
                heirs[former].add((new_commune[province, candidate['newWardKey']], int(candidate['isDefaultNewWard'])))
    pairs = []
    for province, formers in conversion['DICT_PROVINCE'].items():
        pairs += [(REFORM, 'province', old_province[former], new_province[province], 1) for former in formers]
    for row in old:
        level, code = ('commune', row['wardCode']) if row['wardCode'] else ('district', row['districtCode'])
        key = f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"
        pairs += [(REFORM, level, code, heir, default) for heir, default in heirs[key]]
    return pairs


class HandError(Exception):
    """A line of hand.csv that does not fit the package's data."""


def apply_change(units, pairs, change):
    """One line of hand.csv: split the unit that is valid around the day, or add one that ended then."""
    on, level, code = change['on'], change['level'], change['code']
    before, after = clean(change['before']), clean(change['after'])
    into = change['into'].split('|') if change['into'] else []
    covering = [u for u in units if u['level'] == level and u['code'] == code and (u['valid_from'] or '0000') < on
                and on < (u['valid_to'] or '9999')]
    if not after:
        if covering or not into:
            raise HandError(f'{on} {code}: a unit that ended must be unknown to the package and name its successors')
        units.append(unit(level, code, before, change['parent_before'], '', on, 'hand'))
    else:
        if len(covering) != 1:
            raise HandError(f'{on} {code}: {len(covering)} units are valid around that day, expected one')
        current = covering[0]
        if current['name'] not in (before, after):
            raise HandError(f'{on} {code}: the package calls it {current["name"]}')
        parent = change['parent_before'] or current['parent']
        units.remove(current)
        if before:
            source = current['source'] if (current['name'], current['parent']) == (before, parent) else 'hand'
            units.append(unit(level, code, before, parent, current['valid_from'], on, source))
            into = into or [code]
        source = current['source'] if current['name'] == after else 'hand'
        units.append(unit(level, code, after, current['parent'], on, current['valid_to'], source))
    pairs += [(on, level, code, heir, int(place == 0)) for place, heir in enumerate(into)]
    if change['separated_from']:
        move_children(units, pairs, on, code, change['separated_from'])


def move_children(units, pairs, on, code, former):
    """A new district took its communes from another one: until then that was their parent."""
    for child in [u for u in units if u['parent'] == code and u['valid_from'] < on < (u['valid_to'] or '9999')]:
        units.append({**child, 'parent': former, 'valid_to': on, 'source': 'hand'})
        child['valid_from'] = on
        pairs.append((on, child['level'], child['code'], child['code'], 1))


def verify(units, pairs):
    """What must hold whatever the data says; a failure is a mistake in hand.csv or in this script."""
    spans = defaultdict(list)
    for u in units:
        assert u['name'] == unicodedata.normalize('NFC', u['name']) and ',' not in u['name'], u
        spans[u['level'], u['code']].append((u['valid_from'] or '0000', u['valid_to'] or '9999'))
    for key, intervals in spans.items():
        intervals.sort()
        assert all(a < b for a, b in intervals), (key, intervals)
        assert all(one[1] <= two[0] for one, two in zip(intervals, intervals[1:])), (key, intervals)
    codes = {u['code'] for u in units}
    assert all(not u['parent'] or u['parent'] in codes for u in units)
    ends = {(u['level'], u['code'], u['valid_to']) for u in units}
    starts = {(u['code'], u['valid_from']) for u in units}
    for on, level, old, new, _ in pairs:
        assert (level, old, on) in ends, (on, level, old)
        assert (new, on) in starts or any(a < on < b for lv in LEVELS for a, b in spans[lv, new]), (on, old, new)
    count = lambda day: tuple(sum(u['level'] == lv and (u['valid_from'] or '0') <= day < (u['valid_to'] or '9')
                                  for u in units) for lv in LEVELS)
    assert count('2025-06-30') == (63, 696, 10035), count('2025-06-30')
    assert count('2025-07-01') == (34, 0, 3321), count('2025-07-01')
    assert count('2026-09-20') == (34, 0, 3321), count('2026-09-20')


def table(columns, rows):
    """The bytes of a CSV file: UTF-8, line feeds."""
    text = io.StringIO(newline='')
    writer = csv.writer(text, lineterminator='\n')
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()


def build(wheel):
    old, new, conversion = read_package(wheel)
    units = units_before_reform(old) + units_after_reform(new)
    pairs = reform_successors(old, new, conversion)
    with open(HERE / 'hand.csv', encoding='utf-8', newline='') as file:
        for change in csv.DictReader(file):
            apply_change(units, pairs, change)
    verify(units, pairs)
    units.sort(key=lambda u: (LEVELS.index(u['level']), u['code'], u['valid_from']))
    pairs.sort(key=lambda p: (p[0], LEVELS.index(p[1]), p[2], -p[4], p[3]))
    return {
        'units.csv': table(UNIT_COLUMNS, [[u[c] for c in UNIT_COLUMNS] for u in units]),
        'successors.csv': table(SUCCESSOR_COLUMNS, pairs),
    }


def fetch_wheel(folder):
    subprocess.run([sys.executable, '-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:',
                    '--python-version', '3.13', '--dest', folder, f'{PACKAGE}=={VERSION}'], check=True)
    return next(Path(folder).glob('*.whl'))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--check', action='store_true', help='compare with the files that are there, write nothing')
    parser.add_argument('--wheel', type=Path, help=f'the wheel of {PACKAGE} {VERSION}, where there is no network')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheel = options.wheel or fetch_wheel(folder)
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        if digest != WHEEL_SHA256:
            sys.exit(f'{wheel.name}: SHA-256 is {digest}, expected {WHEEL_SHA256}; use {PACKAGE} {VERSION}')
        files = build(wheel)
    for name, data in files.items():
        path = HERE / name
        if not options.check:
            path.write_bytes(data)
        elif not path.exists() or path.read_bytes() != data:
            sys.exit(f'{path}: differs from what derive.py makes; run it again without --check')
        print(f'{name}: {data.count(10) - 1} rows, SHA-256 {hashlib.sha256(data).hexdigest()}')


if __name__ == '__main__':
    main()

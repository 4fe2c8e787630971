#!/bin/sh
# Writes proj-vectors.txt: places over China, projected by PROJ through GDAL's gdaltransform. Run it in this folder.
# A line is: EPSG code, longitude, latitude (degrees, EPSG:4490), east, north (metres).
export LC_ALL=C
{
  gdaltransform --version 2>/dev/null || gdalinfo --version
  for series in '4491 11 6' '4502 11 6' '4513 21 3' '4534 21 3'; do
    set -- $series
    for i in $(seq 0 $(($2 - 1))); do
      awk -v i="$i" -v w="$3" 'BEGIN { for (k = 0; k < 10; k++) printf "%.9f %.9f\n", 75 + i * w + (k - 4.5) * w / 9 * 1.3, 3.4 + (k * 37 + i * 11) % 50 + k * 0.0123456789 }' > places.tmp
      gdaltransform -s_srs EPSG:4490 -t_srs EPSG:$(($1 + i)) < places.tmp | cut -d' ' -f1,2 | paste -d' ' places.tmp - | sed "s/^/$(($1 + i)) /"
    done
  done
  awk 'BEGIN { for (k = 0; k < 20; k++) printf "%.9f %.9f\n", 74 + k * 3.07, 4 + (k * 7) % 49 }' > places.tmp
  gdaltransform -s_srs EPSG:4326 -t_srs EPSG:3857 < places.tmp | cut -d' ' -f1,2 | paste -d' ' places.tmp - | sed 's/^/3857 /'
  awk 'BEGIN { for (k = 0; k < 10; k++) printf "%.9f %.9f\n", 114.1 + k * 0.6, 4 + (k * 7) % 49 }' > places.tmp
  gdaltransform -s_srs EPSG:4326 -t_srs EPSG:32650 < places.tmp | cut -d' ' -f1,2 | paste -d' ' places.tmp - | sed 's/^/32650 /'
  rm places.tmp
} | sed '1s/^/# sh proj-vectors.sh, /' > proj-vectors.txt

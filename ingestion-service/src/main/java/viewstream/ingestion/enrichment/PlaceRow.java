package viewstream.ingestion.enrichment;

import com.maxmind.db.MaxMindDbConstructor;
import com.maxmind.db.MaxMindDbParameter;
import org.jspecify.annotations.Nullable;

/**
 * What a database of places says about an address; it has more columns. Public for the reader,
 * which makes it by reflection.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region name in English
 * @param city name
 */
public record PlaceRow(
    @MaxMindDbParameter(name = "country_code") @Nullable String country,
    @MaxMindDbParameter(name = "state1") @Nullable String region,
    @MaxMindDbParameter(name = "city") @Nullable String city) {
  @MaxMindDbConstructor
  public PlaceRow {}
}
